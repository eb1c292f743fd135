package org.alongside.programme.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.casework.CaseLooks;
import org.alongside.organisations.Names;
import org.alongside.organisations.Organisations;
import org.alongside.people.PersonId;
import org.alongside.programme.NoPartner;
import org.alongside.programme.Partner;
import org.alongside.programme.Partners;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class PartnersPages {
    private final CaseLooks looks;
    private final Partners partners;
    private final Organisations organisations;

    PartnersPages(CaseLooks looks, Partners partners, Organisations organisations) {
        this.looks = looks;
        this.partners = partners;
        this.organisations = organisations;
    }

    PartnersPage all(UUID caseId, UUID once, Map<String, String> typed, Problems problems, Actor.Worker me) {
        CaseLooks.Look look = looks.lookProgramme(caseId);
        List<Partner> named = partners.of(look.id());
        Set<PersonId> already = named.stream().map(Partner::person).collect(Collectors.toSet());
        List<Option> around = partners.candidates(look.client().id()).stream().filter(one -> !already.contains(one.other())).map(one -> new Option(one.other().id().toString(), one.name() + ", " + one.kind().words().toLowerCase())).toList();
        NoPartner nobody = named.isEmpty() ? partners.nobody(look.id()).orElse(null) : null;
        Names names = organisations.names();
        return new PartnersPage(caseId, look.who(), look.facts().isClosed(), named.stream().map(one -> new PartnersPage.Row(one, names.of(one.by()))).toList(), nobody, nobody == null ? "" : names.of(nobody.by()),
                nobody == null ? "" : names.of(nobody.agreedBy()), nobody != null && nobody.agreedBy() == null && !nobody.by().equals(me.worker()) && (me.is(Role.MANAGER) || me.is(Role.SAFEGUARDING_LEAD)),
                around, once, typed, problems);
    }
}
