package org.alongside.evaluation.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.evaluation.Answered;
import org.alongside.evaluation.Card;
import org.alongside.evaluation.Evaluation;
import org.alongside.evaluation.IdentityMode;
import org.alongside.evaluation.SheetFile;
import org.alongside.evaluation.Sheets;
import org.alongside.evaluation.Sheets.Sheet;
import org.alongside.evaluation.Wave;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** One sheet of paper, as typed: for each question the number of the answer. */
record PaperForm(Map<String, String> typed) {
    PaperForm {
        typed = Map.copyOf(typed);
    }

    static PaperForm empty(LocalDate day) {
        return new PaperForm(Map.of("once", UUID.randomUUID().toString(), "on.day", "" + day.getDayOfMonth(), "on.month", "" + day.getMonthValue(), "on.year", "" + day.getYear()));
    }

    String of(String field) {
        return typed.getOrDefault(field, "");
    }

    Optional<Sheet> read(Evaluation one, Wave wave, Sheets sheets, Problems problems) {
        LocalDate day = new TypedDate(of("on.day"), of("on.month"), of("on.year")).needed("on", "Enter the day on which it was filled in", problems).orElse(null);
        if (day != null && (day.isAfter(sheets.today()) || day.getYear() < 2000)) problems.add("on", "Enter a day that has been");
        UUID pair = pair(one, sheets, problems);
        Answered answered = typed(one, wave, "a.", problems);
        Answered back = wave == Wave.AFTER && one.lookingBack() ? typed(one, Wave.LOOKING_BACK, "l.", problems) : null;
        if (problems.isEmpty() && answered.isEmpty() && (back == null || back.isEmpty())) problems.add("on", "Nothing is answered on this sheet. Enter at least one answer");
        return day == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Sheet(Typed.id(typed.get("once")), pair, day, answered, back));
    }

    private Answered typed(Evaluation one, Wave wave, String prefix, Problems problems) {
        return Answered.typed(one, wave, prefix, typed::get, (field, item) -> problems.add(field, "Enter a number from 1 to " + item.options().size() + ", or nothing"));
    }

    /** A sheet without a number is somebody's whose answers find no others. */
    private @Nullable UUID pair(Evaluation one, Sheets sheets, Problems problems) {
        String who = of("card").strip();
        if (!one.identity().pairs()) return null;
        if (who.isEmpty()) return UUID.randomUUID();
        boolean byCard = one.identity() == IdentityMode.TICKET;
        Card card = byCard ? Card.read(who).orElse(null) : null;
        UUID learner = byCard ? null : SheetFile.key(who).orElse(null);
        if (card == null && learner == null) {
            problems.add("card", byCard ? "One digit of this number is not right. Look at the sheet again" : "This is not a key from somebody’s link");
            return null;
        }
        return sheets.pair(one, card, learner).orElse(null);
    }
}
