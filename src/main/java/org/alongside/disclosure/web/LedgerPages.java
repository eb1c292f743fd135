package org.alongside.disclosure.web;

import java.util.List;
import java.util.stream.Collectors;
import org.alongside.audit.AuditTrail;
import org.alongside.disclosure.Disclosure;
import org.alongside.disclosure.Field;
import org.alongside.disclosure.Recipient;
import org.alongside.organisations.Organisations;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class LedgerPages {
    private final Disclosure disclosure;
    private final People people;
    private final Organisations organisations;
    private final AuditTrail trail;

    LedgerPages(Disclosure disclosure, People people, Organisations organisations, AuditTrail trail) {
        this.disclosure = disclosure;
        this.people = people;
        this.organisations = organisations;
        this.trail = trail;
    }

    LedgerPage of(PersonId person) {
        String name = people.find(person).orElseThrow(() -> new NotFound("person", person.id())).displayName();
        trail.looked("person", person.id());
        return new LedgerPage(person.id(), name, disclosure.ledger(person).stream().map(this::row).toList());
    }

    private LedgerPage.Row row(Disclosure.Entry entry) {
        return new LedgerPage.Row(entry, to(entry.recipient()), organisations.nameOf(entry.by()), entry.clearedBy() == null ? null : organisations.nameOf(entry.clearedBy()), words(entry.fields()), words(entry.withheld()));
    }

    private String to(Recipient recipient) {
        if (recipient instanceof Recipient.Organisation to) return organisations.nameOf(to.id()).orElse("An organisation that no longer takes referrals");
        if (recipient instanceof Recipient.Asker) return "whoever asked";
        if (recipient instanceof Recipient.Agency) return "an agency, by a letter in the case";
        return recipient instanceof Recipient.Worker worker ? organisations.nameOf(worker.id()) : "Themselves";
    }

    private static String words(List<Field> fields) {
        return fields.stream().map(Field::words).sorted().collect(Collectors.joining(", "));
    }
}
