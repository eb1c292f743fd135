package org.alongside.correction.web;

import java.util.List;
import java.util.stream.Stream;
import org.alongside.casework.FollowsCorrection.Consequence;
import org.alongside.people.Certainty;
import org.alongside.people.HarmRole;
import org.alongside.people.PersonFacts;
import org.alongside.people.Relation;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** What will follow, before it does. @param blocked why nothing can be moved, in words; null when it can @param leads whether the other side has somebody who takes people on */
record MovePage(PersonFacts person, List<Consequence> consequences, List<Relation> around, @Nullable String blocked, boolean leads, MoveForm form, Problems problems) {
    boolean support() {
        return person.side() == Side.SUPPORT;
    }

    String back() {
        return "/desk/people/" + person.id().id();
    }

    List<Consequence> atOnce() {
        return consequences.stream().filter(Consequence::atOnce).toList();
    }

    List<Consequence> byItself() {
        return consequences.stream().filter(one -> !one.atOnce()).toList();
    }

    List<Consequence> lost() {
        return consequences.stream().filter(one -> !one.comesBack() && !one.atOnce()).toList();
    }

    /** Those with whom somebody is said to harm the other. */
    List<Relation> others() {
        return around.stream().filter(one -> one.judged().role() == HarmRole.CAUSING_HARM || one.judged().role() == HarmRole.HARMED).toList();
    }

    List<Relation> children() {
        return around.stream().filter(Relation::isChild).toList();
    }

    List<Option> certainties() {
        return Stream.of(Certainty.values()).map(one -> new Option(one.name(), one.words())).toList();
    }
}
