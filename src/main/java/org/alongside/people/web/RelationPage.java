package org.alongside.people.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.people.Certainty;
import org.alongside.people.HarmRole;
import org.alongside.people.LivesWith;
import org.alongside.people.Relation;
import org.alongside.people.RelationKind;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** Somebody around a person, to be added or changed. @param same people who have that name already, to be asked about before another is made */
record RelationPage(UUID id, String name, @Nullable Relation relation, RelationForm form, List<Option> same, Problems problems) {
    static final List<Option> KINDS = Stream.of(RelationKind.values()).map(kind -> new Option(kind.name(), kind.words())).toList();
    static final List<Option> LIVES = Stream.of(LivesWith.values()).map(lives -> new Option(lives.name(), lives.words())).toList();
    static final List<Option> ROLES = Stream.of(HarmRole.values()).map(role -> new Option(role.name(), role.words())).toList();
    static final List<Option> CERTAINTIES = Stream.of(Certainty.values()).map(certainty -> new Option(certainty.name(), certainty.words())).toList();

    String here() {
        return "/desk/people/" + id + "/relations";
    }

    String path() {
        return relation == null ? here() + "/new" : here() + "/" + relation.id();
    }
}
