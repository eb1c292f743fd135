package org.alongside.risk.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.WorkerId;
import org.alongside.risk.DraftWords;
import org.alongside.risk.Judgement;
import org.alongside.risk.RiskAssessments.Floor;
import org.alongside.risk.RiskLevel;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** The end of an assessment, as typed: the worker's judgement and what the person fears most. */
record AssessmentForm(@Nullable String level, @Nullable String reason, @Nullable String fearsMost, @Nullable TypedDate review, @Nullable String second) {
    static AssessmentForm of(DraftWords words) {
        return new AssessmentForm(words.level(), words.reason(), words.fearsMost(), new TypedDate(words.reviewDay(), words.reviewMonth(), words.reviewYear()), words.second());
    }

    DraftWords words() {
        TypedDate on = reviewOn();
        return new DraftWords(text(level), text(reason), text(fearsMost), text(on.day()), text(on.month()), text(on.year()), text(second));
    }

    TypedDate reviewOn() {
        return review == null ? TypedDate.NONE : review;
    }

    Optional<RiskLevel> chosen() {
        return Stream.of(RiskLevel.values()).filter(known -> known.name().equals(level)).findFirst();
    }

    /** With our suggestion in place of a day that was left empty. */
    AssessmentForm suggesting(LocalDate today) {
        return reviewOn().isBlank() && chosen().isPresent() ? new AssessmentForm(level, reason, fearsMost, TypedDate.of(chosen().get().suggestedReview(today)), second) : this;
    }

    /** @param floor below which nobody goes alone */
    Optional<Judgement> read(LocalDate today, Floor floor, Problems problems) {
        Optional<RiskLevel> level = chosen();
        if (level.isEmpty()) problems.add("level", "Choose the level you see. It is your judgement; nothing is added up");
        if (text(reason).isBlank()) problems.add("reason", "Say why you chose this level");
        Optional<LocalDate> on = reviewOn().read("review", problems);
        if (reviewOn().isBlank()) problems.add("review", level.isEmpty() ? "Say when to look again" : "Say when to look again. Our suggestion is filled in: change it, or finish again to keep it");
        on.filter(day -> day.isBefore(today)).ifPresent(day -> problems.add("review", "The day to look again cannot be in the past"));
        on.filter(day -> day.isAfter(today.plusYears(1))).ifPresent(day -> problems.add("review", "The day to look again must be within a year"));
        Optional<WorkerId> second = seconded();
        if (second.isEmpty() && level.isPresent() && floor.isAbove(level.get())) {
            problems.add("second", "The level goes down, or is lower than a checklist asks for: choose a colleague who will look at it within 24 hours");
        }
        return problems.isEmpty() ? Optional.of(new Judgement(level.orElseThrow(), text(reason), on.orElseThrow(), second.orElse(null))) : Optional.empty();
    }

    private Optional<WorkerId> seconded() {
        try {
            return text(second).isEmpty() ? Optional.empty() : Optional.of(new WorkerId(UUID.fromString(text(second))));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    String fears() {
        return text(fearsMost);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
