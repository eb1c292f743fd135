package org.alongside.people.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.audit.AuditTrail;
import org.alongside.organisations.Organisations;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.Relation;
import org.alongside.people.Relations;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class RelationPages {
    private final People people;
    private final Relations relations;
    private final Organisations organisations;
    private final AuditTrail trail;

    RelationPages(People people, Relations relations, Organisations organisations, AuditTrail trail) {
        this.people = people;
        this.relations = relations;
        this.organisations = organisations;
        this.trail = trail;
    }

    RelationsPage all(PersonId id) {
        String name = looked(id);
        List<Relation> all = relations.everyone(id);
        trail.listed("person", "people around them", all.stream().map(one -> one.other().id()).toList());
        return new RelationsPage(id.id(), name, all.stream().filter(Relation::stands).map(one -> new RelationsPage.Row(one, one.judged().by() == null ? null : organisations.nameOf(one.judged().by()))).toList(), all.stream().filter(one -> !one.stands()).toList());
    }

    RelationPage add(PersonId id, RelationForm form, List<Relations.SameName> same, Problems problems) {
        return new RelationPage(id.id(), looked(id), null, form, options(same), problems);
    }

    /** @param form what was typed; null for what stands */
    RelationPage one(PersonId id, UUID relation, @Nullable RelationForm form, Problems problems) {
        String name = looked(id);
        Relation standing = relations.one(id, relation);
        trail.looked("person", standing.other().id());
        return new RelationPage(id.id(), name, standing, form == null ? RelationForm.of(standing) : problems.of("theirs") == null ? form : form.seen(standing.version()), List.of(), problems);
    }

    private String looked(PersonId id) {
        String name = people.find(id).orElseThrow(() -> new NotFound("person", id.id())).displayName();
        trail.looked("person", id.id());
        return name;
    }

    private static List<Option> options(List<Relations.SameName> same) {
        List<Option> options = new ArrayList<>(same.stream().map(one -> new Option(one.id().id().toString(), one.name(), one.bornOn() == null ? "birth date not known" : "born " + Times.say(one.bornOn()))).toList());
        if (!options.isEmpty()) options.add(new Option(RelationForm.NEW, "None of these: somebody new"));
        return options;
    }
}
