package org.alongside.referral;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.alongside.referral.GateRule.Found;

/** How each sentence of the gate stands in one referral. It shows what is missing and stops nobody: a worker may take a referral all the same, and says why. */
public record QualityGate(Map<GateRule, Found> found) {
    public static QualityGate of(Answers answers, boolean themselves) {
        Map<GateRule, Found> found = new EnumMap<>(GateRule.class);
        for (GateRule rule : GateRule.values()) found.put(rule, rule.in(answers, themselves));
        return new QualityGate(found);
    }

    /** With what a worker has learned since. */
    public QualityGate with(Map<GateRule, Found> learned) {
        Map<GateRule, Found> all = new EnumMap<>(found);
        all.putAll(learned);
        return new QualityGate(all);
    }

    public Found of(GateRule rule) {
        return found.getOrDefault(rule, Found.MISSING);
    }

    public List<GateRule> missing() {
        return all(Found.MISSING);
    }

    public List<GateRule> failing() {
        return all(Found.DOES_NOT_HOLD);
    }

    public boolean holds() {
        return missing().isEmpty() && failing().isEmpty();
    }

    private List<GateRule> all(Found wanted) {
        return Arrays.stream(GateRule.values()).filter(rule -> of(rule) == wanted).toList();
    }
}
