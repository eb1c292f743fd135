package org.alongside.involvement.web;

import java.util.Optional;
import java.util.UUID;
import org.alongside.involvement.SteeringGroup;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** A steering group, as typed. @param runner who runs it first; asked only when it is made */
record GroupForm(@Nullable String once, @Nullable String name, @Nullable String purpose, @Nullable String decides, @Nullable String pays, @Nullable String runner) {
    private static final int NAME = 120, WORDS = 2000;

    static GroupForm empty() {
        return new GroupForm(UUID.randomUUID().toString(), null, null, null, null, null);
    }

    static GroupForm of(SteeringGroup group) {
        return new GroupForm(null, group.name(), group.purpose(), group.decides(), group.pays(), null);
    }

    Optional<SteeringGroup.Words> read(Problems problems) {
        String called = Typed.wordsNeeded(name, "name", NAME, "Enter what it is called", problems), why = Typed.wordsNeeded(purpose, "purpose", WORDS, "Say what it is for", problems), may = Typed.wordsNeeded(decides, "decides", WORDS, "Say what its members may decide", problems),
                paid = Typed.wordsNeeded(pays, "pays", WORDS, "Say what members are paid, and which costs", problems);
        return called == null || why == null || may == null || paid == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new SteeringGroup.Words(called, why, may, paid));
    }
}
