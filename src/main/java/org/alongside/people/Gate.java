package org.alongside.people;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.alongside.people.Decision.Reason;
import org.alongside.people.Decision.Verdict;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;

/** The safe-contact gate (promise S3): one question, one answer, no side effects. */
record Gate(SafeContact contact, Circumstances now, Instant at) {
    Decision ask(Channel channel) {
        if (nothingToUse(channel)) return refused(channel, Reason.NOTHING_TO_USE, nothing(channel));
        if (now.riskToLife().contains(channel)) {
            return new Decision(channel, Verdict.ALLOWED, Reason.RISK_TO_LIFE, "A manager allowed this because a life is at risk. It is recorded and will be reviewed.", how(channel), null);
        }
        // Safety: who harms whom was corrected; what this side would write or say to them was meant for somebody else.
        if (now.moved()) return refused(channel, Reason.MOVED, "Who harms whom was corrected: make no contact from here. Ask a safeguarding lead.");
        return switch (contact.answer(channel).safe()) {
            // Safety: "never" holds against everything but a risk to life.
            case NEVER -> refused(channel, Reason.NEVER, "Never: they asked us not to use this.");
            case NO -> refused(channel, Reason.NOT_SAFE, "Not safe: they told us so.");
            case UNKNOWN -> unknown(channel);
            case YES -> said(channel);
        };
    }

    // Safety: unknown means no message, no letter, no voicemail: one live call, after asking the referrer, and it stops if anyone else answers.
    private Decision unknown(Channel channel) {
        if (channel != Channel.PHONE) return refused(channel, Reason.UNKNOWN, "Nobody has told us that this is safe.");
        if (now.calledOnce()) return refused(channel, Reason.CALLED_ONCE, "The one call that may be made without knowing was made. Ask whoever referred them for another way, or until a safe answer is recorded do not call.");
        return new Decision(channel, Verdict.ASK_FIRST, Reason.UNKNOWN, "Nobody has told us that calling is safe. One live call may be made, after asking the referrer.", List.of(
                "First ask whoever referred them: is this number theirs alone, and when is it safe?",
                "Withhold our number: dial 141 first.",
                "If anyone else answers, say you have the wrong number, and stop. Do not call again.",
                "Leave no voicemail and send no text.",
                "Record what happened. There is no second call."), null);
    }

    private Decision said(Channel channel) {
        // Safety: a voicemail is left on a phone, so it is never safer than the call.
        if (channel == Channel.VOICEMAIL && contact.answer(Channel.PHONE).safe() != Safe.YES) {
            return refused(channel, Reason.NOT_SAFE, "Leave no voicemail: calling this phone is not known to be safe.");
        }
        if (channel == Channel.LETTER && now.lettersHeldUntil() != null && at.isBefore(now.lettersHeldUntil())) {
            return new Decision(channel, Verdict.REFUSED, Reason.LETTERS_HELD, "Letters are held until " + Times.say(now.lettersHeldUntil()) + ", because a new protected address was recorded.", List.of(), now.lettersHeldUntil());
        }
        ChannelAnswer answer = contact.answer(channel);
        boolean open = answer.windows().isEmpty() || answer.windows().stream().anyMatch(window -> window.holds(Times.london(at)));
        if (!open) {
            Instant next = nextOpening(answer);
            return new Decision(channel, Verdict.REFUSED, Reason.OUTSIDE_TIMES, "Safe times: " + answer.times() + ". Next: " + Times.say(next) + ".", List.of(), next);
        }
        if (contact.isExpired(Times.day(at))) return expired(channel);
        return new Decision(channel, Verdict.ALLOWED, Reason.SAFE, "Safe, they told us" + (contact.checkedOn() == null ? "." : " on " + Times.say(contact.checkedOn()) + "."), how(channel), null);
    }

    // Safety: an answer that has run out cuts nobody off. A worker may call to ask again; nothing that others could find is sent or left.
    private Decision expired(Channel channel) {
        boolean byText = (channel == Channel.TEXT || channel == Channel.EMAIL) && !callWouldReach();
        if (channel != Channel.PHONE && !byText) return refused(channel, Reason.EXPIRED, "Their answers ran out on " + Times.say(contact.expiresOn()) + ". Call to check them again before you use this.");
        List<String> how = new ArrayList<>(how(channel));
        how.add(0, byText
                ? "Calling is not safe for them, so write one neutral line that asks only whether this is still a safe way, and nothing else."
                : "Call only to ask whether this is still a safe way, and go through the answers again.");
        return new Decision(channel, Verdict.RECHECK, Reason.EXPIRED, "Their answers ran out on " + Times.say(contact.expiresOn()) + ". Check them again.", List.copyOf(how), null);
    }

    private boolean callWouldReach() {
        return contact.phone() != null && contact.answer(Channel.PHONE).safe() == Safe.YES;
    }

    private boolean nothingToUse(Channel channel) {
        return switch (channel) {
            case PHONE, TEXT, VOICEMAIL -> contact.phone() == null;
            case EMAIL -> contact.email() == null;
            case LETTER -> !now.letterAddress();
        };
    }

    private static String nothing(Channel channel) {
        return switch (channel) {
            case PHONE, TEXT, VOICEMAIL -> "We hold no number.";
            case EMAIL -> "We hold no e-mail address.";
            case LETTER -> "We hold no address that is safe for letters.";
        };
    }

    private Instant nextOpening(ChannelAnswer answer) {
        return answer.windows().stream().map(window -> window.next(Times.london(at))).min(Comparator.naturalOrder()).map(ZonedDateTime::toInstant).orElseThrow();
    }

    private List<String> how(Channel channel) {
        List<String> how = new ArrayList<>();
        boolean call = channel == Channel.PHONE || channel == Channel.VOICEMAIL;
        if (call && contact.withholdNumber()) how.add("Withhold our number: dial 141 first.");
        if (call) add(how, "May answer: ", contact.whoMayAnswer());
        if (call) add(how, "If someone else answers, say: ", contact.ifSomeoneElseAnswers());
        if (call && contact.ifSomeoneElseAnswers().isBlank()) how.add("If someone else answers, say you have the wrong number, and stop.");
        add(how, "Code word: ", contact.codeWord());
        add(how, "In their words: ", contact.answer(channel).words());
        add(how, "Also: ", contact.words());
        return List.copyOf(how);
    }

    private static void add(List<String> how, String before, @Nullable String words) {
        if (words != null && !words.isBlank()) how.add(before + words.strip());
    }

    private static Decision refused(Channel channel, Reason reason, String words) {
        return new Decision(channel, Verdict.REFUSED, reason, words, List.of(), null);
    }
}
