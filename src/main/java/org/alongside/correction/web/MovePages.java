package org.alongside.correction.web;

import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.correction.Corrections;
import org.alongside.organisations.Organisations;
import org.alongside.people.People;
import org.alongside.people.PersonFacts;
import org.alongside.people.PersonId;
import org.alongside.people.Relations;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.casework.WrongSide;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class MovePages {
    private final Corrections corrections;
    private final People people;
    private final Relations relations;
    private final Organisations organisations;
    private final AuditTrail audit;

    MovePages(Corrections corrections, People people, Relations relations, Organisations organisations, AuditTrail audit) {
        this.corrections = corrections;
        this.people = people;
        this.relations = relations;
        this.organisations = organisations;
        this.audit = audit;
    }

    MovePage page(PersonId id, MoveForm form, Problems problems, Actor.Worker me) {
        me.mustBe(Corrections.ROLES);
        PersonFacts person = people.find(id).orElseThrow(() -> new NotFound("person", id.id()));
        Corrections.Ahead ahead = corrections.ahead(id, me);
        audit.looked("person", id.id());
        boolean leads = organisations.colleagues().stream().anyMatch(one -> one.side() == person.side().other() && Stream.of(Corrections.ROLES).anyMatch(one::is));
        return new MovePage(person, ahead.consequences(), relations.of(id), blocked(person, ahead), leads, form, problems);
    }

    private @Nullable String blocked(PersonFacts person, Corrections.Ahead ahead) {
        if (ahead.held().isEmpty()) return "They have no case here, so there is nothing to move. Say under People around them who they are to whom.";
        if (ahead.held().stream().anyMatch(WrongSide.Held::locked)) return "Somebody has moved them already. It stands under Moved across.";
        try {
            corrections.mustNotBeAChild(person);
            return null;
        } catch (RuleBroken child) {
            return child.getMessage();
        }
    }
}
