package org.alongside.awards.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.awards.Award;
import org.alongside.awards.Level;
import org.alongside.awards.Standing;
import org.alongside.standards.Standard;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;

/** @param standard in the version it was given by, where that is known @param isReadable whether everybody may read that version @param address where it can be checked */
record EntryPage(Award award, Optional<Standard> standard, boolean isReadable, LocalDate today, String address) {
    String title() {
        return standard.map(Standard::title).orElse(award.standard());
    }

    Standing standing() {
        return award.on(today);
    }

    boolean stands() {
        return standing() == Standing.STANDS;
    }

    boolean hasCertificate() {
        return stands() && award.level() != Level.SELF_ASSESSED;
    }

    /** What the badge says: whose word it is while it stands, and else how it stands. */
    String says(Frame frame) {
        return stands() ? level(frame) : frame.say("awards.standing." + standing().key());
    }

    /** How wide a line of the badge is drawn where it has more letters than fit, in its own units; null where it fits. */
    @Nullable String fitted(String words, int most) {
        return words.length() > most ? "344" : null;
    }

    /** The musts that it did not meet, with their words as far as they are known. */
    List<String> unmet() {
        return award.unmetMusts().stream().map(id -> standard.flatMap(one -> one.statement(id)).map(one -> id + ": " + one.text()).orElse(id)).toList();
    }

    /** Where the standard is read as it was then; empty where nobody may read it any more. */
    Optional<String> read() {
        return isReadable && standard.filter(one -> one.editions().contains(award.edition())).isPresent() ? Optional.of("/standards/" + award.standard() + "/versions/" + award.version() + "/" + award.edition().key()) : Optional.empty();
    }

    String level(Frame frame) {
        return frame.say("awards.level." + award.level().key(), award.by());
    }
}
