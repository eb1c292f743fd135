package org.alongside.ui;

import static org.alongside.ui.Rendered.NOW;
import static org.alongside.ui.Rendered.english;
import static org.alongside.ui.Rendered.text;
import static org.alongside.ui.Rendered.welsh;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.alongside.shared.Problems;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class FragmentsTests {
    private static final List<Option> OPTIONS = List.of(new Option("yes", "Yes"), new Option("no", "No", "You can change this later"));

    private static Problems wrong(String field) {
        Problems problems = new Problems();
        problems.add(field, "Enter a phone number, like 01632 960 001");
        return problems;
    }

    private static Document fragment(String name, Map<String, ?> facts) {
        return Rendered.page("ui/" + name, english(), facts);
    }

    @Test
    void a_field_has_a_label_a_hint_and_what_was_typed() {
        Document page = fragment("field", Map.of("name", "phone", "label", "Phone number", "value", "\"><b>07", "hint", "With the area code", "type", "tel", "width", 20));

        Element input = page.expectFirst("input#phone");
        assertThat(page.expectFirst("label[for=phone]").text()).isEqualTo("Phone number");
        assertThat(input.attr("value")).isEqualTo("\"><b>07");
        assertThat(input.attr("autocomplete")).isEqualTo("off");
        assertThat(input.attr("aria-describedby")).isEqualTo("phone-hint");
        assertThat(input.hasAttr("aria-invalid")).isFalse();
        assertThat(input.classNames()).contains("govuk-input--width-20");
        assertThat(page.expectFirst("#phone-hint").text()).isEqualTo("With the area code");
        assertThat(page.select("b")).isEmpty();
    }

    @Test
    void a_field_in_trouble_says_why_beside_the_field() {
        for (String kind : List.of("field", "textarea")) {
            Document page = fragment(kind, Map.of("name", "phone", "label", "Phone number", "value", "abc", "problems", wrong("phone")));

            assertThat(page.expectFirst("#phone-error").text()).isEqualTo("Error: Enter a phone number, like 01632 960 001");
            assertThat(page.expectFirst("#phone").attr("aria-describedby")).isEqualTo("phone-error");
            assertThat(page.expectFirst("#phone").attr("aria-invalid")).isEqualTo("true");
            assertThat(page.expectFirst("#phone").val()).isEqualTo("abc");
        }
    }

    @Test
    void a_problem_of_another_field_stays_with_that_field() {
        assertThat(fragment("field", Map.of("name", "name", "label", "Name", "problems", wrong("phone"))).select(".govuk-error-message")).isEmpty();
    }

    @Test
    void a_text_area_keeps_line_breaks_at_its_start() {
        assertThat(Rendered.html("ui/textarea", english(), Map.of("name", "notes", "label", "Notes", "value", "\nsecond line"))).contains(">\n\nsecond line</textarea>");
    }

    @Test
    void radios_are_one_question_with_the_first_answer_reachable_from_the_list_of_problems() {
        Document page = fragment("radios", Map.of("name", "safe", "legend", "Is it safe to call?", "options", OPTIONS, "value", "no", "problems", wrong("safe"), "headingLegend", true));

        assertThat(page.expectFirst("legend h1").text()).isEqualTo("Is it safe to call?");
        assertThat(page.expectFirst("#safe").val()).isEqualTo("yes");
        assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("no");
        assertThat(page.expectFirst("#safe-2").attr("aria-describedby")).isEqualTo("safe-2-item-hint");
        assertThat(page.expectFirst("fieldset").attr("aria-describedby")).isEqualTo("safe-error");
        assertThat(page.select("label").eachAttr("for")).containsExactly("safe", "safe-2");
    }

    @Test
    void checkboxes_keep_every_answer() {
        Document page = fragment("checkboxes", Map.of("name", "needs", "legend", "What would help?", "options", OPTIONS, "values", List.of("yes", "no")));

        assertThat(page.select("input[type=checkbox][checked]")).hasSize(2);
        assertThat(page.select("h1")).isEmpty();
    }

    @Test
    void a_single_checkbox_is_ticked_or_not() {
        assertThat(fragment("checkbox", Map.of("name", "agree", "label", "They agree", "checked", true)).select("#agree[checked]")).hasSize(1);
        assertThat(fragment("checkbox", Map.of("name", "agree", "label", "They agree", "problems", wrong("agree"))).select("#agree-error")).hasSize(1);
    }

    @Test
    void a_select_offers_its_answers_after_an_empty_one() {
        Document page = fragment("select", Map.of("name", "area", "label", "Area", "options", OPTIONS, "value", "no", "choose", "Choose an area", "problems", wrong("area")));

        assertThat(page.select("option").eachAttr("value")).containsExactly("", "yes", "no");
        assertThat(page.select("option[selected]").eachAttr("value")).containsExactly("no");
        assertThat(page.expectFirst("#area").attr("aria-describedby")).isEqualTo("area-error");
    }

    @Test
    void a_date_keeps_what_was_typed_in_its_three_boxes() {
        Document page = fragment("date", Map.of("name", "born", "legend", "Date of birth", "day", "31", "month", "février", "year", "19", "problems", wrong("born")));

        assertThat(page.select("input").eachAttr("name")).containsExactly("born.day", "born.month", "born.year");
        assertThat(page.select("input").eachAttr("value")).containsExactly("31", "février", "19");
        assertThat(page.select("label").eachText()).containsExactly("Day", "Month", "Year");
        assertThat(page.select("#born[type=text]")).hasSize(1);
        assertThat(page.select("#born-error")).hasSize(1);
    }

    @Test
    void the_list_of_problems_leads_to_each_field() {
        Problems problems = wrong("phone");
        problems.add("born", "Enter a date of birth");
        Document page = fragment("problems", Map.of("problems", problems));

        assertThat(page.select("a").eachAttr("href")).containsExactly("#phone", "#born");
        assertThat(page.expectFirst("#problems").attr("tabindex")).isEqualTo("-1");
    }

    @Test
    void no_problems_no_list() {
        assertThat(fragment("problems", Map.of("problems", new Problems())).body().children()).isEmpty();
        assertThat(fragment("problems", Map.of()).body().children()).isEmpty();
    }

    @Test
    void a_problem_may_be_a_message_key_said_in_the_readers_language() {
        Problems problems = new Problems();
        problems.add("phone", "ui.problem");

        assertThat(Rendered.page("ui/problems", welsh(), Map.of("problems", problems)).expectFirst("a").text()).isEqualTo("Mae problem");
    }

    @Test
    void a_form_posts_in_the_readers_language_and_remembers_nothing() {
        Element form = Rendered.page("ui/form", welsh(), Map.of("action", "/refer", "content", text("x"))).expectFirst("form");

        assertThat(form.attr("action")).isEqualTo("/cy/refer");
        assertThat(form.attr("method")).isEqualTo("post");
        assertThat(form.attr("autocomplete")).isEqualTo("off");
        assertThat(form.hasAttr("novalidate")).isTrue();
        assertThat(form.hasAttr("enctype")).isFalse();
    }

    @Test
    void a_button_sends_or_leads_somewhere() {
        assertThat(fragment("button", Map.of("text", "Save")).select("button[type=submit].govuk-button")).hasSize(1);
        assertThat(fragment("button", Map.of("text", "Cancel", "kind", "secondary", "href", "/find")).select("a.govuk-button--secondary[href=/find]")).hasSize(1);
        assertThat(fragment("button", Map.of("text", "Skip", "kind", "link", "name", "skip", "value", "yes")).select("button.as-link[name=skip]")).hasSize(1);
    }

    @Test
    void a_summary_says_when_nothing_was_given() {
        Document page = fragment("summary", Map.of("rows", List.of(new Row("Name", "Alex"), new Row("Phone", null, "/refer/phone"))));

        assertThat(page.select("dt").eachText()).containsExactly("Name", "Phone");
        assertThat(page.select("dd.govuk-summary-list__value").eachText()).containsExactly("Alex", "Not given");
        assertThat(page.expectFirst("a[href=/refer/phone]").text()).isEqualTo("Change Phone");
    }

    @Test
    void a_timeline_says_what_when_and_by_whom() {
        Document page = fragment("moment", Map.of("title", "Rang", "when", NOW, "by", "Sam Okafor", "tag", "Safe", "colour", "green", "content", text("Spoke for ten minutes")));

        assertThat(page.expectFirst("time").text()).isEqualTo("20 Nov 2026, 09:30");
        assertThat(page.text()).contains("Rang", "Sam Okafor", "Safe", "Spoke for ten minutes");
        assertThat(fragment("timeline", Map.of("content", text(""), "label", "Case timeline")).select("ol[aria-label='Case timeline']")).hasSize(1);
    }

    @Test
    void older_and_newer_pages_are_offered_only_when_there_are_any() {
        assertThat(fragment("pagination", Map.of()).select("nav")).isEmpty();
        assertThat(fragment("pagination", Map.of("older", "/desk/cases?before=9")).select("a").eachAttr("rel")).containsExactly("next");
        assertThat(fragment("pagination", Map.of("newer", "/a", "older", "/b")).select("a")).hasSize(2);
    }

    @Test
    void small_pieces_say_what_they_are_given() {
        assertThat(fragment("tag", Map.of("text", "High", "colour", "red")).expectFirst(".govuk-tag--red").text()).isEqualTo("High");
        assertThat(fragment("notice", Map.of("text", "Saved", "done", true)).expectFirst("[role=status]").text()).isEqualTo("Saved");
        assertThat(fragment("notice", Map.of("title", "Before you start", "content", text("Ask if it is safe"))).expectFirst("[role=note] h2").text()).isEqualTo("Before you start");
        assertThat(fragment("warning", Map.of("text", "Do not ring")).text()).contains("Warning:", "Do not ring");
        assertThat(fragment("empty", Map.of("title", "Nobody is waiting")).text()).isEqualTo("Nobody is waiting");
        assertThat(fragment("card", Map.of("title", "Safety plan", "content", text("None yet"), "href", "/plan", "linkText", "Start")).expectFirst("a").text()).isEqualTo("Start (Safety plan)");
        assertThat(fragment("details", Map.of("title", "More", "content", text("Words"))).select("details:not([open]) summary")).hasSize(1);
        assertThat(fragment("phone", Map.of("number", "0808 2000 247")).expectFirst("a").attr("href")).isEqualTo("tel:08082000247");
    }
}
