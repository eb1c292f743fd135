package org.alongside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ViewportSize;
import java.util.stream.Stream;
import org.alongside.AlongsideTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Value;

/** The first whole journey, as a man who looks for help and the worker who stands by him live it. */
@AlongsideTest
class JourneyTests {
    @Value("${local.server.port}") int port;

    static Stream<ViewportSize> sizes() {
        return Stream.of(Chromium.PHONE, Chromium.DESKTOP);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void a_man_finds_help_refers_himself_and_is_supported_until_it_is_done(ViewportSize size) {
        String name = "Idris " + size.width;
        try (Someone him = new Someone(port, size, true); Someone tom = new Someone(port, size, true)) {
            findsHelp(him);
            String number = refersHimself(him, name);
            asksHowItStands(him, number, "We have it");

            tom.signsIn("tom");
            takesOn(tom, name);
            asksHowItStands(him, number, "Taken on");

            String overview = opensTheCase(tom, name);
            contactsHimSafely(tom, overview);
            assessesSafety(tom, overview);
            agreesAPlan(tom, overview);
            worksOnNeeds(tom, overview);
            writesDownACrisis(tom, overview);
            seesItAllOnTheTimeline(tom, overview);
            closes(tom, overview);
        }
    }

    @Test
    void everything_before_the_desk_works_without_a_script() {
        try (Someone him = new Someone(port, Chromium.PHONE, false)) {
            findsHelp(him);
            asksHowItStands(him, refersHimself(him, "Emrys"), "We have it");
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void a_call_is_written_down_while_they_talk_and_becomes_a_referral(ViewportSize size) {
        String name = "Corin " + size.width;
        try (Someone jo = new Someone(port, size, true); Someone tom = new Someone(port, size, true)) {
            jo.signsIn("jo").goes("/desk/calls").follows("New call");
            jo.isOn("New call").answers("Safe now?", "Not sure").answers("Who is calling", "For themselves").answers("How they came to us", "Phone")
                    .types("In their own words", "Her brother waits outside the shop. He rings from the stock room.");
            jo.types("Phone", "07700 900477").presses("Make a referral");
            jo.isOn("New call").reads("There is a problem", "Choose how we may make contact");

            jo.answers("Safe ways to make contact", "Phone call").answers("When contact is safe", "Any time").types("Phone", "07700 900477")
                    .types("First name, or what to call them", name).answers("What was done", "Listened", "Made a referral").presses("Make a referral");
            jo.isOn("Referral").reads("The referral waits in the inbox.", "He rings from the stock room.");

            tom.signsIn("tom").goes("/desk/inbox").reads(name).follows(name);
            tom.isOn("Referral").reads("Not sure", "He rings from the stock room.").presses("Start screening");
            tom.reads("You are screening this referral.");
        }
    }

    @Test
    void a_call_becomes_a_case_with_a_child_an_order_and_a_safe_place_and_is_handed_over_and_closed() {
        String name = "Bogdan";
        try (Someone jo = new Someone(port, Chromium.DESKTOP, true); Someone tom = new Someone(port, Chromium.DESKTOP, true); Someone mina = new Someone(port, Chromium.PHONE, true)) {
            jo.signsIn("jo").goes("/desk/calls").follows("New call");
            jo.isOn("New call").answers("Safe now?", "Not sure").types("In their own words", "She has the passports. Our son saw it.").answers("Safe ways to make contact", "Phone call").answers("When contact is safe", "Any time")
                    .types("Phone", "07700 900478").types("First name, or what to call them", name).presses("Make a referral");
            jo.isOn("Referral");

            takesOnFromACall(tom, name);
            tom.goes("/desk/cases?list=waiting").follows(name);
            String overview = tom.isOn("Overview").path();
            tom.goes(overview + "/allocation").answers("Who works with them?", "Mina Okafor").types("What should they know?", "Ring before ten. Never mention the passports on the phone.").presses("Save");

            mina.signsIn("mina").goes("/desk/day").isOn("My day").reads("Handed over to you", name, "Never mention the passports on the phone.", "By Tom Reyes").goes(overview);
            mina.isOn("Overview").reads("Mina Okafor");
            namesWhoIsAroundHim(mina, overview);
            keepsAnOrder(mina, overview);
            findsASafePlace(mina, overview);
            mina.goes(overview + "/timeline").reads("Non-molestation order broken on", "A place was asked: turned away, not for their gender", "Safe place: moved in");
            mina.goes("/desk/reviews").reads("An order was broken");

            tom.goes(overview + "/allocation").answers("Who works with them?", "Tom Reyes").types("What should they know?", "Mina is away from Monday.").presses("Save");
            tom.isOn("Overview").reads("Tom Reyes").goes(overview + "/closure").isOn("Close this case").answers("Why does the case end?", "We finished what we set out to do").types("Your view: what changed", "They live where nobody looks for them.").presses("Close this case");
            tom.isOn("Overview").reads("This case is closed.");
        }
    }

    private static void takesOnFromACall(Someone tom, String name) {
        tom.signsIn("tom").goes("/desk/inbox").follows(name);
        tom.isOn("Referral").reads("She has the passports.").presses("Start screening");
        tom.reads("You are screening this referral.").presses("Accept");
        tom.reads("Accepted.");
    }

    private static void namesWhoIsAroundHim(Someone mina, String overview) {
        mina.goes(overview).follows("See all People around them");
        mina.isOn("People around them").follows("Add somebody");
        mina.types("Given names", "Ewa").picks("Who are they to Bogdan?", "Partner").answers("Where there is harm, what are they?", "Named as causing harm").answers("How sure is that?", "Clear")
                .types("What it rests on", "What he told us, and a photograph.").presses("Save");
        mina.isOn("People around them").reads("Ewa", "Provisional.").follows("Add somebody");
        mina.types("Given names", "Jan").dates("Birth date", 2, 5, 2016).picks("Who are they to Bogdan?", "Child").answers("Do they live together?", "Yes").presses("Save");
        mina.isOn("People around them").reads("Jan").goes(overview).reads("Ewa Named as causing harm", "Jan, 10").presses("Open a case for them (Jan)");
        mina.reads("Jan").goes(overview).reads("Own case");
    }

    private static void keepsAnOrder(Someone mina, String overview) {
        mina.goes(overview).follows("See Orders");
        mina.isOn("Orders").follows("Write down an order");
        mina.picks("What kind of order?", "Non-molestation order").answers("How does it stand?", "Made").picks("Whom does it bind?", "Ewa, partner").types("What does it say?", "No contact, not near the school.").presses("Save");
        mina.reads("There is a problem", "Enter the day it was made").dates("When was it made?", 10, 11, 2026).dates("When was it served?", 11, 11, 2026).dates("What is its last day?", 10, 12, 2026).presses("Save");
        mina.isOn("Orders").reads("In force", "Ewa", "the police can arrest").follows("It was broken (Non-molestation order)");
        mina.isOn("It was broken").dates("When did it happen?", 18, 11, 2026).types("What happened?", "Waited at the school gate.").answers("Do the police know?", "Yes").presses("Write it down");
        mina.isOn("Orders").reads("Broken once", "Waited at the school gate.").goes(overview).reads("Next hearing or last day: 10 December 2026");
    }

    private static void findsASafePlace(Someone mina, String overview) {
        mina.goes(overview).follows("Look for one Safe place");
        mina.isOn("Safe place").follows("Look for a safe place");
        mina.answers("What kind of place would they take?", "Refuge").answers("How is the client counted?", "Man").answers("How can it be paid for?", "Own income").types("Where is it not safe?", "Northquay").presses("Save");
        mina.isOn("Safe place").reads("Children 10", "Northquay").doesNotRead("Jan");
        for (String place : new String[] {"Harbour Refuge", "Lantern homes"}) mina.types("Whom did you ask?", place).presses("Write it down").reads(place);
        mina.follows("Turned away (Harbour Refuge)");
        mina.isOn("Why were they turned away?").presses("Not for their gender");
        mina.isOn("Safe place").reads("Turned away: not for their gender").presses("They have a space (Lantern homes)").reads("They have a space").presses("They moved in");
        mina.isOn("Safe place").reads("write the new one down under Addresses").goes(overview).reads("Not looked for");
    }

    private static void findsHelp(Someone him) {
        him.goes("/").isOn("You are not on your own").follows("Find help");
        him.isOn("Find help").answers("Why are you here?", "Someone hurts, scares or controls me").answers("Who is the help for?", "A man").types("Roughly where?", "Westermouth").presses("Show me who can help");
        him.isOn("Who can help").reads("Westermouth", "Harbour House support", "Open to men", "Not open to men").follows("See every helpline");
        him.isOn("Helplines").reads("ManKind Initiative", "0808 800 1170", "Opening hours not stated: check before you call.", "Staying Put", "0808 2800 999", "Open now");
    }

    private static String refersHimself(Someone him, String name) {
        him.goes("/").follows("Ask a service to contact me");
        him.isOn("Ask for help").answers("Who is this for?", "Me: someone hurts, frightens or controls me").presses("Continue");
        him.isOn("How may we contact you safely?").presses("Continue");
        him.reads("There is a problem", "Choose how we may make contact").answers("How may we contact you safely?", "A phone call").presses("Continue");
        him.isOn("When is it safe?").answers("When may we contact you?", "Only at some times").answers("Which days are safe?", "Thursday", "Friday").answers("Which part of the day?", "Morning, 9 to 12")
                .answers("May we leave a voicemail?", "No").types("A word that we both know", "Kestrel").presses("Continue");
        him.isOn("Phone number").types("Phone number", "12").presses("Continue");
        him.reads("There is a problem").types("Phone number", "07700 900412").presses("Continue");
        him.isOn("Are you safe right now?").answers("Are you safe right now?", "I am not sure").presses("Continue");
        him.isOn("Your name").types("First name, or what to call you", name).presses("Continue");
        him.isOn("When were you born?").presses("Skip this question");
        him.isOn("Town or postcode").types("Town or postcode", "Westermouth").presses("Continue");
        him.isOn("About you").answers("Are you", "A man").answers("Whom would you like to talk to?", "A man").presses("Continue");
        him.isOn("Talking with us").presses("Skip these questions");
        him.isOn("Children").answers("Do children live with you, or do you see your children?", "Yes").presses("Continue");
        him.isOn("In your own words").types("What is happening?", "She reads my phone and has locked me out twice.").presses("Continue");
        him.isOn("Who should read this?").answers("Who should read this?", "Harbour House").presses("Continue");
        him.isOn("Check before you send").reads(name, "07700 900412", "Kestrel", "Harbour House").presses("Send");
        him.isOn("Sent").reads("next read");
        String number = him.textOf("main .done .govuk-heading-l");
        assertThat(number).matches("[0-9]{4} [0-9]{4} [0-9]{4}");
        return number;
    }

    private static void asksHowItStands(Someone him, String number, String standing) {
        him.goes("/refer/status").isOn("How does it stand?").types("Your number", number).presses("Look");
        him.reads(standing).doesNotRead("Harbour House");
    }

    private static void takesOn(Someone tom, String name) {
        tom.goes("/desk/inbox").isOn("Inbox").reads(name).follows(name);
        tom.isOn("Referral").reads("She reads my phone", "Not sure").presses("Start screening");
        tom.reads("You are screening this referral.").presses("Accept");
        tom.reads("Accepted.");
    }

    private static String opensTheCase(Someone tom, String name) {
        tom.goes("/desk/cases?list=waiting").isOn("Cases").reads(name);
        tom.follows(name);
        tom.isOn("Overview").reads(name, "Nobody yet");
        String overview = tom.path();
        tom.goes(overview + "/allocation").answers("What do they wish about their worker’s gender?", "A man").answers("Who works with them?", "Tom Reyes").answers("Is this worker what they wished for?", "Yes").presses("Save");
        tom.isOn("Overview").reads("Tom Reyes", "A man");
        return overview;
    }

    private static void contactsHimSafely(Someone tom, String overview) {
        tom.goes(overview).follows("Make or record a contact");
        tom.isOn("Make or record a contact").reads("How to make contact safely, now", "Kestrel");
        tom.answers("Who made the contact?", "We did").answers("How?", "Letter").answers("How did it end?", "Sent").presses("Save contact");
        tom.reads("There is a problem");
        tom.answers("How?", "Call").answers("How did it end?", "We spoke").answers("Who answered? (if it was a call)", "The client").answers("What was it for?", "Emotional support", "Rights and choices explained")
                .types("What was said or done", "Believed him, and said so.").presses("Save contact");
        tom.isOn("Contacts").reads("Believed him, and said so.");
    }

    private static void assessesSafety(Someone tom, String overview) {
        tom.goes(overview + "/assessment").isOn("Safety assessment").presses("Start an assessment");
        tom.reads("A conversation aid").answers("Is it safe to talk right now?", "Yes").answers("Is anyone hurt?", "No").presses("Finish the assessment");
        tom.reads("There is a problem").answers("How much danger do you see?", "Raised").types("Why this level?", "She is watching his phone, and he is thinking of leaving.").dates("When shall we look again?", 18, 12, 2026).presses("Finish the assessment");
        tom.reads("Level: Raised", "She is watching his phone", "Tom Reyes");
    }

    private static void agreesAPlan(Someone tom, String overview) {
        tom.goes(overview + "/plan").isOn("Safety plan").follows("Write a plan together");
        tom.typesIn("Safe places", "In their words", "My sister’s kitchen. The library until six.").presses("Save and come back");
        tom.isOn("Safety plan").reads("A draft is open").follows("Go on with the draft");
        tom.typesIn("Words and signals", "In their words", "Kestrel means: ring the police for me.").answers("Where may the plan be kept?", "With someone they trust").dates("When shall we look at it together again?", 11, 12, 2026)
                .presses("They agree: keep this version");
        tom.isOn("Safety plan").reads("Version 1", "My sister’s kitchen", "With someone they trust").follows("Print for them");
        tom.isOn("Before you print").presses("Show the page to print");
        tom.reads("There is a problem").answers("Did they say today that paper is safe to keep?", "Yes, I asked them").presses("Show the page to print");
        tom.isOn("Ready to print").reads("Kestrel means: ring the police for me.").doesNotRead("Idris");
    }

    private static void worksOnNeeds(Someone tom, String overview) {
        tom.goes(overview + "/needs").follows("Add a need");
        tom.isOn("Add a need").answers("In which part of life do they want help?", "Somewhere to live").answers("How much help?", "Urgent").answers("How far has it come?", "Working on it").types("What they say about it", "My own front door.").presses("Save");
        tom.isOn("Needs").reads("My own front door.").follows("Add a goal");
        tom.isOn("Add a goal").types("What do they want?", "To sleep a whole night.").presses("Save");
        tom.isOn("Needs").reads("To sleep a whole night.").goes(overview + "/offers/new");
        tom.isOn("Offer an option").types("What was offered", "A room in a men’s refuge").answers("What did they decide?", "Declined").presses("Save");
        tom.isOn("Needs").reads("A room in a men’s refuge", "Declined").goes(overview + "/actions/new");
        tom.isOn("Add an action").types("What is to be done?", "Ask housing for a lock change").picks("With whom?", "Housing").picks("Who does it?", "Tom Reyes").dates("By when?", 27, 11, 2026).presses("Save");
        tom.isOn("Actions").reads("Ask housing for a lock change", "27 November 2026");
    }

    private static void writesDownACrisis(Someone tom, String overview) {
        tom.goes(overview).follows("Crisis");
        tom.isOn("Crisis").answers("What is happening?", "Threatened or followed").answers("Who was called?", "999 police").answers("Where are they now?", "Somewhere safe").presses("Save");
        tom.reads("Now, the rest of it", "Threatened or followed", "999 police", "Somewhere safe");
    }

    private static void seesItAllOnTheTimeline(Someone tom, String overview) {
        tom.goes(overview + "/timeline").isOn("Timeline")
                .reads("Believed him, and said so.", "Safety assessment: raised level", "Safety plan agreed, version 1", "Somewhere to live", "To sleep a whole night.", "A room in a men’s refuge", "Ask housing for a lock change", "Crisis: threatened or followed; called 999 police");
    }

    private static void closes(Someone tom, String overview) {
        tom.goes(overview + "/closure").isOn("Close this case").answers("Why does the case end?", "We finished what we set out to do").presses("Close this case");
        tom.reads("There is a problem").answers("Somewhere to live", "Met").types("Your view: what changed", "He has a flat and a lock.").answers("Did you feel believed?", "Yes")
                .answers("Did you feel in control of what happened?", "Partly").answers("Do you feel safer?", "Yes").types("What they say about us, in their words", "You believed me first time.").presses("Close this case");
        tom.isOn("Overview").reads("This case is closed.").goes(overview + "/closure").isOn("How it ended").reads("We finished what we set out to do", "Did you feel believed? Yes", "Did you feel in control of what happened? Partly", "You believed me first time.");
    }
}
