package org.alongside.referral;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.matching.Identity;
import org.alongside.people.About;
import org.alongside.people.AddressKind;
import org.alongside.people.Certainty;
import org.alongside.people.Channel;
import org.alongside.people.ChannelAnswer;
import org.alongside.people.HarmRole;
import org.alongside.people.LivesWith;
import org.alongside.people.NewAddress;
import org.alongside.people.RelationKind;
import org.alongside.people.Relations;
import org.alongside.people.Safe;
import org.alongside.people.SafeContact;
import org.alongside.people.Window;
import org.alongside.shared.Phone;
import org.alongside.shared.Postcode;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;

/** What a referral's answers say about the person it is for, in the words of the rooms that will keep it. */
record Intake(Answers answers, boolean askedThemselves) {
    private static final Map<String, Hours> HOURS = Map.of(
            "MORNING", new Hours(LocalTime.of(9, 0), LocalTime.NOON),
            "AFTERNOON", new Hours(LocalTime.NOON, LocalTime.of(17, 0)),
            "EVENING", new Hours(LocalTime.of(17, 0), LocalTime.of(20, 0)));

    private record Hours(LocalTime from, LocalTime to) {}

    About about() {
        String given = answers.of(Question.GIVEN_NAME);
        String family = answers.of(Question.FAMILY_NAME);
        boolean unnamed = given.isBlank() && family.isBlank();
        return new About(given, family, unnamed ? "Name not given" : "", answers.born().orElse(null), "", gender(), answers.of(Question.LANGUAGE),
                answers.is(Question.INTERPRETER, "YES") || answers.is(Question.INTERPRETER, "BSL"), access(), "");
    }

    /** @param today the day they said so; a professional's word about somebody else is not their own, so it is not known yet */
    SafeContact contact(LocalDate today) {
        Map<Channel, ChannelAnswer> channels = new EnumMap<>(Channel.class);
        channels.put(Channel.PHONE, answer("PHONE"));
        channels.put(Channel.TEXT, answer("TEXT"));
        channels.put(Channel.EMAIL, answer("EMAIL"));
        channels.put(Channel.VOICEMAIL, voicemail());
        SafeContact contact = new SafeContact(answers.phone().map(Phone::number).orElse(null), blankToNull(answers.of(Question.EMAIL)), channels, answers.of(Question.WHO_ANSWERS),
                "", answers.of(Question.CODE_WORD), true, words(), null, null);
        return askedThemselves && answers.has(Question.CHANNELS) ? contact.checkedOn(today) : contact;
    }

    /** Where they live, when it was said. */
    Optional<NewAddress> address() {
        if (!answers.has(Question.ADDRESS)) return Optional.empty();
        String area = answers.of(Question.AREA);
        boolean whole = Postcode.of(area).isPresent();
        // Safety: who else lives there or reads the post is not known yet, so no letter goes there until they choose it.
        return Optional.of(new NewAddress(AddressKind.HOME, answers.of(Question.ADDRESS), whole ? area : "", whole ? "" : area, false, false));
    }

    Identity identity() {
        return Identity.of(blankToNull(answers.of(Question.GIVEN_NAME)), blankToNull(answers.of(Question.FAMILY_NAME)), answers.born().orElse(null),
                blankToNull(answers.of(Question.PHONE)), blankToNull(answers.of(Question.ADDRESS)), Postcode.of(answers.of(Question.AREA)).map(Postcode::whole).orElse(null));
    }

    /** The other person of the relation, when they were named: a first and a family name, the last word being the family name. */
    Optional<About> otherPerson() {
        String name = answers.of(Question.OTHER_PERSON).strip();
        if (name.isEmpty()) return Optional.empty();
        int last = name.lastIndexOf(' ');
        return Optional.of(last < 0 ? About.named(name, "") : About.named(name.substring(0, last), name.substring(last + 1)));
    }

    /** What they are to each other, as far as the door says it: whoever asks on which side. Provisional, like every such word. */
    Relations.Around around(Side side) {
        HarmRole role = side == Side.SUPPORT ? HarmRole.CAUSING_HARM : HarmRole.HARMED;
        return new Relations.Around(RelationKind.OTHER, LivesWith.NOT_SAID, role, Certainty.SAID, "Named in the referral.", "");
    }

    private ChannelAnswer answer(String channel) {
        if (answers.areWithoutContact()) return ChannelAnswer.of(Safe.NO);
        // Safety: whoever refers says that contact could put somebody in danger; nobody rings until a worker has settled it and changed the answers on purpose.
        if (answers.is(Question.CONTACT_DANGER, "YES")) return ChannelAnswer.of(Safe.NO);
        if (!answers.has(Question.CHANNELS)) return ChannelAnswer.UNKNOWN;
        if (!answers.is(Question.CHANNELS, channel)) return answers.is(Question.CHANNELS, "ASK_FIRST") ? ChannelAnswer.UNKNOWN : ChannelAnswer.of(Safe.NO);
        List<Window> windows = windows();
        boolean onlyInWords = answers.is(Question.SAFE_WHEN, "ONLY_THEN") && windows.isEmpty();
        // Safety: somebody else's word, or times only a person can read, are not a yes that a machine may act on.
        Safe safe = askedThemselves && !onlyInWords ? Safe.YES : Safe.UNKNOWN;
        return new ChannelAnswer(safe, windows, answers.of(Question.SAFE_TIMES));
    }

    private ChannelAnswer voicemail() {
        // Safety: no voicemail unless they said yes themselves.
        if (!askedThemselves || !answers.is(Question.VOICEMAIL, "YES")) return ChannelAnswer.of(Safe.NO);
        return answer("PHONE");
    }

    private List<Window> windows() {
        if (!answers.is(Question.SAFE_WHEN, "ONLY_THEN") || !answers.has(Question.SAFE_DAYS) && !answers.has(Question.SAFE_HOURS)) return List.of();
        Set<DayOfWeek> days = answers.has(Question.SAFE_DAYS) ? answers.all(Question.SAFE_DAYS).stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()) : Set.of(DayOfWeek.values());
        List<String> hours = answers.has(Question.SAFE_HOURS) ? answers.all(Question.SAFE_HOURS) : List.of("MORNING", "AFTERNOON", "EVENING");
        return hours.stream().map(HOURS::get).map(part -> new Window(days, part.from(), part.to())).toList();
    }

    private String words() {
        String ask = answers.of(Question.ASK_FIRST_WHO);
        return ask.isBlank() ? answers.of(Question.SAFE_TIMES) : ("Ask first: " + ask + ". " + answers.of(Question.SAFE_TIMES)).strip();
    }

    private String gender() {
        if (answers.has(Question.GENDER_WORDS)) return answers.of(Question.GENDER_WORDS);
        return answers.is(Question.GENDER, "NOT_SAYING") ? "prefer not to say" : answers.of(Question.GENDER).toLowerCase(Locale.ROOT).replace('_', '-').replace("own-words", "");
    }

    private String access() {
        return (answers.is(Question.INTERPRETER, "BSL") ? "British Sign Language interpreter. " : "") + answers.of(Question.ACCESS_NEEDS);
    }

    private static @Nullable String blankToNull(String words) {
        return words.isBlank() ? null : words;
    }
}
