package org.alongside.voices.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.alongside.standards.Standard;
import org.alongside.voices.Voice.Agreed;
import org.alongside.voices.Voice.NewVoice;
import org.alongside.voices.Voices;
import org.jspecify.annotations.Nullable;

/** Words of a survivor, as typed. @param language "cy" where they are in Welsh */
record VoiceForm(@Nullable String once, @Nullable String statement, @Nullable String words, @Nullable String who, @Nullable String language, @Nullable String agreed, @Nullable String agreedWords, TypedDate agreedOn, TypedDate until) {
    private static final int LONGEST = 600, LONGEST_WHO = 60;
    static final VoiceForm EMPTY = new VoiceForm(null, null, null, null, null, null, null, TypedDate.NONE, TypedDate.NONE);

    VoiceForm {
        agreedOn = agreedOn == null ? TypedDate.NONE : agreedOn;
        until = until == null ? TypedDate.NONE : until;
    }

    Optional<NewVoice> read(Standard standard, Clock clock, Problems problems) {
        String about = statement == null ? "" : statement;
        if (!standard.has(about)) problems.add("statement", "Choose the statement they speak about");
        String said = Typed.wordsNeeded(words, "words", "Write down what they said, in their own words", problems);
        if (said != null && said.length() > LONGEST) problems.add("words", "Write no more than " + LONGEST + " characters. Choose the part that matters most, with them");
        String somebody = Typed.wordsNeeded(who, "who", LONGEST_WHO, "Say who says it so that nobody is named, like “a man in his forties”", problems);
        Agreed how = Typed.oneNeeded(Agreed.class, agreed, "agreed", "Say how they agreed", problems);
        String toWhat = Typed.wordsNeeded(agreedWords, "agreedWords", "Write down what they agreed to, and how you made sure that they understood it", problems);
        LocalDate on = agreedOn.needed("agreedOn", "Enter the day they agreed", problems).orElse(null), last = until.needed("until", "Enter the last day they agreed to", problems).orElse(null);
        LocalDate today = Times.day(clock.instant());
        if (on != null && on.isAfter(today)) problems.add("agreedOn", "Enter a day that is not to come");
        if (last != null && !last.isAfter(today)) problems.add("until", "Enter a day to come");
        if (on != null && last != null && last.isAfter(on.plusYears(Voices.MOST_YEARS))) problems.add("until", "Nobody agrees for more than " + Voices.MOST_YEARS + " years at a time");
        if (!problems.isEmpty() || said == null || somebody == null || how == null || toWhat == null || on == null || last == null) return Optional.empty();
        return Optional.of(new NewVoice(standard.key(), about, said, somebody, "cy".equals(language), how, toWhat, on, last));
    }
}
