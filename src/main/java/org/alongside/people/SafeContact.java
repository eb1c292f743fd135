package org.alongside.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When, how and by whom contact is safe, in the person's answers. A number or an e-mail address is kept only here, beside the answers
 * that say whether it may be used.
 *
 * @param phone international form (+441632960001)
 * @param checkedOn the day the person last confirmed the answers; null when nobody has asked them
 * @param expiresOn the last day the answers hold without being checked again
 */
public record SafeContact(@Nullable String phone, @Nullable String email, Map<Channel, ChannelAnswer> channels, String whoMayAnswer,
        String ifSomeoneElseAnswers, String codeWord, boolean withholdNumber, String words, @Nullable LocalDate checkedOn, @Nullable LocalDate expiresOn) {
    public static final int DAYS_AN_ANSWER_HOLDS = 90;
    public static final SafeContact NOT_ASKED = new SafeContact(null, null, Map.of(), "", "", "", true, "", null, null);

    public SafeContact {
        Map<Channel, ChannelAnswer> all = new EnumMap<>(Channel.class);
        // Safety: what was not asked is not known, and what is not known is not safe.
        for (Channel channel : Channel.values()) all.put(channel, channels.getOrDefault(channel, ChannelAnswer.UNKNOWN));
        channels = Map.copyOf(all);
    }

    public ChannelAnswer answer(Channel channel) {
        return channels.getOrDefault(channel, ChannelAnswer.UNKNOWN);
    }

    public boolean isExpired(LocalDate today) {
        return expiresOn != null && today.isAfter(expiresOn);
    }

    /** The same answers, as the person confirmed them on this day. */
    public SafeContact checkedOn(LocalDate day) {
        return new SafeContact(phone, email, channels, whoMayAnswer, ifSomeoneElseAnswers, codeWord, withholdNumber, words, day, day.plusDays(DAYS_AN_ANSWER_HOLDS));
    }

    /** May somebody be contacted this way now? Pure: the same answers, moment and circumstances give the same decision. */
    public Decision ask(Channel channel, Instant at, Circumstances circumstances) {
        return new Gate(this, circumstances, at).ask(channel);
    }

    public Decision ask(Channel channel, Instant at) {
        return ask(channel, at, Circumstances.NONE);
    }
}
