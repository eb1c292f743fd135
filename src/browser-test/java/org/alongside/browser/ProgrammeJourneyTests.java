package org.alongside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.LocalDate;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A whole programme on both sides of the wall: Robin and Kit with two participants, Bea with the partner of one of them. */
@AlongsideTest
class ProgrammeJourneyTests {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23), FRIDAY = LocalDate.of(2026, 11, 27);
    @Value("${local.server.port}") int port;
    @Autowired World world;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired TestClock clock;

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void two_groups_a_waiting_list_an_absence_its_clock_a_breach_and_an_end_while_the_partner_is_never_without_somebody() {
        CaseId corin = participant("Corin"), dov = participant("Dov");
        try (Someone robin = new Someone(port, Chromium.DESKTOP, true); Someone kit = new Someone(port, Chromium.DESKTOP, true); Someone bea = new Someone(port, Chromium.PHONE, true)) {
            robin.signsIn("robin");
            bea.signsIn("bea");
            String monday = makes(robin, "Monday evening", MONDAY, 1), friday = makes(robin, "Friday morning", FRIDAY, 2);

            waits(robin, corin, true);
            waits(robin, dov, false);
            offers(robin, monday, "Corin Journey");
            robin.goes(monday).reads("1 of 1 taken", "Every place is taken or offered");
            offers(robin, friday, "Dov Journey");

            robin.goes(programme(corin)).presses("They take the place").reads("Has a place", "Before they start", "Nobody has decided yet whether a programme suits them", "They have not signed the agreement", "Name the partners first");
            talks(robin, corin);
            signs(robin, corin);
            names(robin, corin);
            robin.goes(programme(corin)).reads("One partner was not offered contact yet").doesNotRead("They have not signed");

            bea.goes("/desk/partners").follows("Wren Journey").isOn("Partner support").reads("Rings only before noon").presses("I stand beside them").reads("Bea Lind");
            bea.answers("What came of it?", "We spoke: no support now, and the door stays open").types("What was said, and how safe they are", "Says the phone is looked at each evening").presses("Write it down").reads("Written down");
            robin.goes(programme(corin)).doesNotRead("each evening").presses("They start").reads("Taking part");
            bea.goes(bea.path()).reads("Has started the programme");

            // Corin stays away; nobody reaches Wren in time; the clock says so, and an attempt that reached nobody does not stop it.
            clock.moveTo(MONDAY.atTime(21, 0).atZone(Times.LONDON).toInstant());
            robin.goes(monday).follows("What I did").answers("Was Corin Journey here?", "Away").types("What happened, or why they were away", "Rang in, at work").presses("Save the register").reads("Partner support was told");
            bea.goes("/desk/partners").follows("Wren Journey").reads("Missed the session on 23 November 2026", "Be in touch by").doesNotRead("at work");
            bea.answers("What came of it?", "No answer").presses("Write it down");
            clock.pass(Duration.ofHours(5));
            bea.goes(bea.path()).reads("Late: since");
            bea.answers("What came of it?", "We spoke: told what changed, and looked at how safe they are").presses("Write it down").reads("Written down").doesNotRead("Late: since");

            robin.goes(programme(corin)).follows("Agreement not kept").dates("When?", 24, 11, 2026).answers("What happened?", "They harmed or threatened somebody").types("In your words, and what you agreed", "Told the group that he slammed the door on her").answers("What follows?", "They are suspended").presses("Write it down");
            assertThat(robin.textOf("#danger-error")).contains("Write what partner support has to know");
            robin.types("What does partner support have to know?", "Slammed a door on her on Sunday").presses("Write it down").reads("partner support is told", "They are suspended");
            bea.goes(bea.path()).reads("Slammed a door on her on Sunday", "Is suspended from the programme").doesNotRead("Told the group");

            kit.signsIn("kit").goes(programme(corin)).answers("What?", "They come back").types("Why?", "Four sessions alone").presses("Write it down").reads("Taking part");
            kit.answers("What?", "They finished the programme").types("Why?", "All sessions").presses("Write it down").reads("Make the plan for when it is hard again with them first");
            kit.goes(programme(corin)).presses("Make the plan with them").isOn("When it is hard again").answers("Is there somebody you will ring?", "Yes").types("Whom?", "My brother, before I go home").presses("Finish").reads("My brother");
            kit.goes(programme(corin)).answers("What?", "They finished the programme").types("Why?", "All sessions").presses("Write it down").reads("In no programme", "Finished");
            bea.goes(bea.path()).reads("Has finished the programme").doesNotRead("My brother");

            robin.goes(programme(dov)).presses("They do not").reads("Waiting for a place");
            robin.goes(friday).reads("0 of 2 taken");
        }
    }

    private CaseId participant(String given) {
        return world.as(World.ROBIN, () -> {
            CaseId id = cases.open(people.record(new NewPerson(Side.CHANGE, About.named(given, "Journey")), World.ROBIN), null, World.ROBIN);
            cases.accept(id, World.ROBIN);
            return id;
        });
    }

    private static String makes(Someone robin, String name, LocalDate first, int places) {
        robin.goes("/desk/groups").follows("Make a group").types("What is it called?", name).answers("Whom is it for?", "Anyone").types("Which language is it held in?", "English").types("Where does it meet?", "Library, room 2")
                .dates("First session", first.getDayOfMonth(), first.getMonthValue(), first.getYear()).types("At what time?", "18:00").types("How many minutes?", "120").types("How many places are commissioned?", "" + places)
                .picks("Who leads it?", "Robin Hale").picks("And who leads it with them?", "Kit Brandt").types("Sessions", "What I did\nWhat it did to them").presses("Make the group").isOn(name);
        return robin.path();
    }

    private static void waits(Someone robin, CaseId id, boolean first) {
        robin.goes(programme(id)).isOn("Programme");
        if (first) robin.ticks("They come first: somebody is in danger while they wait");
        robin.presses("Put them on the waiting list").reads("Waiting for a place");
    }

    private static void offers(Someone robin, String group, String who) {
        robin.goes(group + "/offers").isOn("Offer a place");
        robin.page.locator("label").filter(new Locator.FilterOptions().setHasText(who)).first().click();
        robin.types("If something does not fit: why is a place right all the same?", "Asked on the phone: English, and free then").dates("Until when can they say yes?", 30, 11, 2026).presses("Keep a place for them");
        robin.goes(group).reads(who, "A place is offered");
    }

    private static void talks(Someone robin, CaseId id) {
        robin.goes(programme(id)).presses("Begin the talk").isOn("Suitability and danger").answers("Do they own that they did it?", "Partly").answers("Are they parting, or did they part in the past year?", "No").presses("Finish").reads("The answers decide nothing");
        robin.answers("A programme for them", "A programme suits them").types("Why?", "Asked for it himself").presses("Decide").reads("A programme suits them");
    }

    private static void signs(Someone robin, CaseId id) {
        robin.goes(programme(id)).follows("Read, print and sign it").isOn("Agreement").reads("What does not stay between us").dates("When did they sign?", 20, 11, 2026).answers("How did they take it in?", "They read it themselves")
                .ticks("I explained each thing that does not stay between us, and they could say it back").presses("Write it down").reads("Signed on 20 November 2026");
    }

    private static void names(Someone robin, CaseId id) {
        robin.goes("/desk/cases/" + id.id() + "/partners").types("Given name", "Wren").types("Family name", "Journey").answers("What are they to each other?", "Partner").types("How to reach them, and what makes that unsafe", "Rings only before noon").presses("Name them").reads("Contact not offered yet");
    }

    private static String programme(CaseId id) {
        return "/desk/cases/" + id.id() + "/programme";
    }
}
