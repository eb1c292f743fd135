package org.alongside.helpline;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call, chat, text, e-mail or visit, without a name.
 *
 * @param area coarse: a town or the first half of a postcode; empty when not said
 * @param calledBefore null when not asked
 * @param referred whether it became a referral
 */
public record HelplineContact(UUID id, Channel channel, Instant startedAt, int minutes, Caller caller, String area, Issue issue, SafeNow safeNow, Set<Done> done,
        String signpost, @Nullable Boolean calledBefore, boolean referred, String note) {
    public HelplineContact {
        done = Set.copyOf(done);
    }

    public enum Channel {
        PHONE("Phone"), CHAT("Chat"), EMAIL("E-mail"), TEXT("Text"), IN_PERSON("In person");

        private final String words;

        Channel(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public enum Caller {
        SELF("For themselves"), FAMILY_OR_FRIEND("Family or friend"), PROFESSIONAL("Professional"), OWN_BEHAVIOUR("About their own behaviour"), UNKNOWN("Not known");

        private final String words;

        Caller(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public enum SafeNow {
        YES("Yes, for now"), NOT_SURE("Not sure"), NO("No, in danger"), NOT_ASKED("Not asked");

        private final String words;

        SafeNow(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public enum Issue {
        FEAR_AND_CONTROL("Fear and control"), PHYSICAL_HARM("Physical harm"), SEXUAL_HARM("Sexual harm"), STALKING("Stalking"), MONEY("Money"), CHILDREN("Children"),
        HOUSING("Housing"), LEAVING("Leaving"), LAW("Law and orders"), EMOTIONAL_SUPPORT("Someone to talk to"), OWN_BEHAVIOUR("Their own behaviour"),
        ADVICE_FOR_WORK("Advice for their work"), OTHER("Something else");

        private final String words;

        Issue(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public enum Done {
        LISTENED("Listened"), INFORMATION("Gave information"), SAFETY_TALKED_THROUGH("Talked safety through"), EMERGENCY_CALLED("Called 999"), SIGNPOSTED("Pointed to another service"),
        REFERRED("Made a referral"), CALL_ENDED_EARLY("It ended early");

        private final String words;

        Done(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
