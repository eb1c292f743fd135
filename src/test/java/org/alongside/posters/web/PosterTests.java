package org.alongside.posters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.directory.Audience;
import org.alongside.directory.Conditions;
import org.alongside.directory.Contact;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Cost;
import org.alongside.directory.Listing;
import org.alongside.directory.Nation;
import org.alongside.directory.Offerer;
import org.alongside.directory.OpeningHours;
import org.alongside.directory.Part;
import org.alongside.directory.Serves;
import org.alongside.directory.Welcome;
import org.alongside.ui.Frame;
import org.alongside.ui.FramesForTests;
import org.alongside.ui.QrCode;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PosterTests {
    private static final LocalDate CHECKED = LocalDate.of(2026, 11, 20);
    private final Frame frame = FramesForTests.frames().in(false, new MockHttpServletRequest());

    // Safety: what an editor wrote beside a number may be where a refuge is.
    @Test
    void what_stands_beside_a_number_of_a_refuge_stays_off_the_paper() {
        Contact number = new Contact(Way.PHONE, "01632 960999", "Zqplace", OpeningHours.notStated(CHECKED), null);

        assertThat(poster(listing(Part.Kind.REFUGE, false, number)).number(number)).isEqualTo("01632 960999");
        assertThat(poster(listing(Part.Kind.OUTREACH, false, number)).number(number)).as("the control").isEqualTo("Zqplace: 01632 960999");
        assertThat(poster(listing(Part.Kind.OUTREACH, false, number)).strip()).as("no strip picks one region").isEmpty();
    }

    @Test
    void a_service_that_is_closed_for_now_stands_on_no_poster() {
        Contact number = new Contact(Way.PHONE, "01632 960999", null, OpeningHours.notStated(CHECKED), null);

        assertThat(Design.WOMAN.refuses(listing(Part.Kind.OUTREACH, true, number))).contains("posters.paused");
        assertThat(Design.WOMAN.refuses(listing(Part.Kind.OUTREACH, false, number))).as("the control").isEmpty();
        assertThat(Design.WOMAN.refuses(listing(Part.Kind.OUTREACH, false))).contains("posters.no-way");
    }

    private Poster poster(Listing listing) {
        return new Poster(frame, Design.WOMAN, listing, List.of(listing), "", "", QrCode.of("x"));
    }

    private static Listing listing(Part.Kind kind, boolean paused, Contact... contacts) {
        Conditions conditions = new Conditions(paused, null, Welcome.NOT_STATED, Welcome.NOT_STATED, null, Cost.NOT_STATED, null, null, null, Set.of());
        return new Listing(UUID.randomUUID(), "Zebra", Offerer.named(UUID.randomUUID(), "Zebra"), "x", List.of(new Part(kind, Set.of(Audience.HARMED, Audience.WOMEN), Set.of(), Set.of())),
                List.of(contacts), new Serves(Set.of(Nation.WALES.name())), List.of(), List.of(), Welcome.YES, conditions, null, false, "x", CHECKED, null);
    }
}
