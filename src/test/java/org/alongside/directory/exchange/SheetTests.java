package org.alongside.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.alongside.directory.Audience;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Cost;
import org.alongside.directory.Entry;
import org.alongside.directory.Nation;
import org.alongside.directory.Part;
import org.alongside.directory.WayIn;
import org.alongside.directory.Welcome;
import org.junit.jupiter.api.Test;

/** Flat sheets, as people keep them. */
class SheetTests {
    @Test
    void a_sheet_with_forgiving_headings_is_read() {
        Given given = Readers.file("""
                Ref;Service name*;Organization;Description;Telephone;Freephone;E-mail;Url;Opening times;Bank holidays;Areas covered;Post code;Languages spoken;Type of service;Who for;Not for;Self-referral;Price;Min age;Charity no.
                A1;Outreach;A charity;Someone to talk to;1632960001;yes;a@charity.example;charity.example;Monday to Friday 9am-5pm;closed;Bradford, Leeds;BD1 1AA;Polish, Urdu;outreach, help for children;hurt: no such word, women;men;yes;£5 a visit;16;1234567
                """).get(0);

        Entry entry = given.entry();
        assertThat(given.isHeld()).as(given.doubts().toString()).isFalse();
        assertThat(given.externalId()).isEqualTo("A1");
        assertThat(entry.ways()).containsExactly(new WayIn(Way.PHONE, "01632960001", null, true, "Mo-Fr 09:00-17:00; PH off", Set.of(Nation.ENGLAND)), new WayIn(Way.EMAIL, "a@charity.example", null, null, null, Set.of()), new WayIn(Way.WEBSITE, "https://charity.example", null, null, null, Set.of()));
        assertThat(entry.serves()).containsExactlyInAnyOrder("Bradford", "Leeds");
        assertThat(entry.offices()).containsExactly("BD1");
        assertThat(entry.parts()).extracting(Part::kind).containsExactly(Part.Kind.OUTREACH, Part.Kind.CHILDREN);
        assertThat(entry.parts().get(0).welcomes()).containsExactly(Audience.WOMEN);
        assertThat(entry.parts().get(0).doesNot()).containsExactly(Audience.MEN);
        assertThat(entry.referSelf()).isEqualTo(Welcome.YES);
        assertThat(entry.conditions().cost()).isEqualTo(Cost.CHARGED);
        assertThat(given.offeredBy().identifiers()).containsExactly("GB-CHC-1234567");
        assertThat(given.doubts()).extracting(Doubt::field).contains("For", "Website");
    }

    @Test
    void a_line_that_is_too_long_is_held_back_alone_and_one_that_is_short_is_read() {
        List<Given> given = Readers.file("Name,Organisation,Summary,Serves,Phone\n\nA,B,C,Leeds,01632 960001,,\nD,E,F, and more,Leeds,01632 960001\nG,H,I,Leeds\n");

        assertThat(given).extracting(Given::isHeld).containsExactly(false, true, false);
        assertThat(given.get(1).doubts()).filteredOn(Doubt::grave).extracting(Doubt::field).contains("Line 4");
        assertThat(given.get(2).entry().name()).isEqualTo("G");
    }

    @Test
    void a_quotation_mark_that_is_not_closed_is_named_with_the_line_before() {
        assertThatThrownBy(() -> Readers.file("Name,Organisation,Summary,Serves,Phone\nA,B,C,Leeds,01632 960001\nD,\"E,F,Leeds,01632 960001\nG,H,I,Leeds\n")).isInstanceOf(CannotRead.class).hasMessageContaining("after line 2").hasMessageContaining("quotation mark");
    }

    @Test
    void columns_of_days_are_hours_and_what_cannot_be_read_stays_not_stated() {
        assertThat(hours("Name,Organisation,Summary,Serves,Phone,Monday,Tuesday,Sunday\nA,B,C,Leeds,01632 960001,9:00-12:00,10am to 2pm,closed\n")).isEqualTo("Mo 09:00-12:00; Tu 10:00-14:00");
        assertThat(hours("Name,Organisation,Summary,Serves,Phone,Hours\nA,B,C,Leeds,01632 960001,when somebody is in\n")).isNull();
        assertThat(hours("Name,Organisation,Summary,Serves,Phone,Hours\nA,B,C,Leeds,01632 960001,24/7\n")).isEqualTo("24/7");
    }

    private static String hours(String sheet) {
        return Readers.file(sheet).get(0).entry().ways().get(0).hours();
    }

    @Test
    void a_line_with_a_refuge_gets_no_office_and_keeps_no_address() {
        Given given = Readers.file("Name,Organisation,Summary,Serves,Postcode,Offers\nWestermouth refuge,B,We are at 12 Rose Lane. A safe place.,Leeds,LS1 4DY,a safe place to stay\n").get(0);

        assertThat(Whole.JSON.writeValueAsString(given)).doesNotContain("LS1", "Rose Lane");
        assertThat(given.entry().summary()).isEqualTo("A safe place.");
    }

    @Test
    void a_sheet_without_names_is_refused_and_a_line_without_one_is_held() {
        assertThatThrownBy(() -> Readers.file("a,b\n1,2\n")).isInstanceOf(CannotRead.class).hasMessageContaining("Name");
        assertThat(Readers.file("Name,Summary,Serves\n,x,Leeds\n").get(0).isHeld()).isTrue();
    }
}
