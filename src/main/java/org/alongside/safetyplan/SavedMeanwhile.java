package org.alongside.safetyplan;

import java.util.Set;

/** Somebody else saved these parts after the form was opened. Nothing was agreed. */
public class SavedMeanwhile extends RuntimeException {
    private final transient Set<PlanSection> parts;

    SavedMeanwhile(Set<PlanSection> parts) {
        super("saved meanwhile", null, false, false);
        this.parts = parts;
    }

    public Set<PlanSection> parts() {
        return parts;
    }
}
