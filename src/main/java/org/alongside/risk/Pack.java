package org.alongside.risk;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.Response;
import org.alongside.instruments.Scale.Band;
import org.alongside.instruments.Score;

/** Another set of questions asked within an assessment. */
public record Pack(UUID id, AssessmentId assessment, String key, Response answers) {
    public Instrument instrument() {
        return answers.sheet().instrument();
    }

    /** Whether anything at all was answered. */
    public boolean isTouched() {
        return !answers.sheet().answers().isEmpty();
    }

    /** The highest level its owner's thresholds ask a worker to think of; empty when none was reached. It never asks for a lower one. */
    public Optional<RiskLevel> asksFor() {
        return bands().map(Band::raises).filter(raises -> raises != null).map(raises -> raises.equals("high") ? RiskLevel.HIGH : RiskLevel.RAISED).max(Comparator.naturalOrder());
    }

    private Stream<Band> bands() {
        return scores().flatMap(score -> instrument().scale(score.scale()).flatMap(scale -> scale.band(score.band())).stream());
    }

    /** As they were kept when it was finished; of a draft, as it stands. */
    public Stream<Score> scores() {
        return (answers.status() == Response.Status.DRAFT ? answers.sheet().scores() : answers.scores()).stream();
    }
}
