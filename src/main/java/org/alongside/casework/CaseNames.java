package org.alongside.casework;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.alongside.audit.AuditTrail;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What to call those whose cases stand on a list. Those who are not there for whoever looks are left out, and the trail keeps who was shown. */
@Component
@Transactional
public class CaseNames {
    private final Cases cases;
    private final People people;
    private final AuditTrail audit;

    CaseNames(Cases cases, People people, AuditTrail audit) {
        this.cases = cases;
        this.people = people;
        this.audit = audit;
    }

    public record Named(String name, String reference, boolean closed) {}

    public Map<CaseId, Named> of(Collection<CaseId> ids, String list) {
        Map<CaseId, CaseFacts> facts = cases.facts(ids);
        Map<PersonId, String> names = people.names(facts.values().stream().map(CaseFacts::person).toList());
        audit.listed("case", list, facts.keySet().stream().map(CaseId::id).toList());
        Map<CaseId, Named> named = new HashMap<>();
        facts.forEach((id, one) -> named.put(id, new Named(names.getOrDefault(one.person(), ""), one.reference(), one.isClosed())));
        return named;
    }
}
