package org.alongside.helpline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.alongside.directory.Contact;
import org.alongside.directory.OpenNow;
import org.alongside.directory.OpenNow.State;
import org.junit.jupiter.api.Test;

class HelplinesTests {

    private static final Set<String> SHORT_CODES = Set.of("116 123", "0800 1111");
    private final Helplines helplines = new Helplines();

    @Test
    void every_line_names_the_page_where_it_was_found_and_the_day() {
        assertThat(helplines.all()).hasSizeGreaterThan(20).allSatisfy(line -> {
            assertThat(line.listing().source()).as(line.key()).startsWith("https://");
            assertThat(line.listing().checkedOn()).as(line.key()).isNotNull().isBeforeOrEqualTo(LocalDate.of(2026, 11, 20));
            assertThat(line.listing().contacts()).as(line.key()).isNotEmpty();
        });
    }

    @Test
    void every_number_is_a_number_that_rings() throws Exception {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        for (Helpline line : helplines.all()) {
            for (Contact contact : line.listing().contacts()) {
                if (contact.isDialled() && !SHORT_CODES.contains(contact.value())) {
                    assertThat(numbers.isValidNumber(numbers.parse(contact.value(), "GB"))).as(contact.value()).isTrue();
                } else if (!contact.isDialled()) {
                    assertThat(contact.value()).matches("https://\\S+|[^@\\s]+@[^@\\s]+");
                }
            }
        }
    }

    @Test
    void no_two_lines_share_a_key() {
        assertThat(helplines.all()).extracting(Helpline::key).doesNotHaveDuplicates();
    }

    @Test
    void every_line_and_heading_has_words_in_both_languages() throws IOException {
        for (String bundle : List.of("helpline.properties", "helpline_cy.properties")) {
            Properties words = new Properties();
            words.load(new StringReader(Files.readString(Path.of("src/main/resources/words", bundle))));
            assertThat(helplines.all()).allSatisfy(line -> assertThat(words).containsKey(line.listing().summary()));
            assertThat(Helpline.Group.values()).allSatisfy(group -> assertThat(words).containsKey("helpline.group." + group.name().toLowerCase()));
        }
    }

    @Test
    void staying_put_is_shut_for_lunch_and_does_not_speak_of_bank_holidays() {
        assertThat(staying("2026-11-20T12:59:00Z").until()).isEqualTo(Instant.parse("2026-11-20T13:00:00Z"));
        assertThat(staying("2026-11-20T13:00:00Z").nextOpening()).isEqualTo(Instant.parse("2026-11-20T13:30:00Z"));
        assertThat(staying("2026-12-25T10:00:00Z").state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void a_line_that_states_no_hours_is_never_called_open_or_closed() {
        OpenNow mankind = helplines.line("mankind").orElseThrow().at(Instant.parse("2026-11-18T11:00:00Z"));

        assertThat(mankind.state()).isEqualTo(State.UNKNOWN);
        assertThat(mankind.nextOpening()).isNull();
    }

    @Test
    void there_is_a_line_for_each_kind_of_person() {
        assertThat(helplines.byGroup().keySet()).containsExactlyInAnyOrder(Helpline.Group.values());
    }

    private OpenNow staying(String moment) {
        return helplines.line("staying-put").orElseThrow().at(Instant.parse(moment));
    }
}
