package org.alongside.casework;

import java.util.Locale;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.people.Channel;
import org.alongside.people.Decision;
import org.alongside.people.People;
import org.alongside.people.SafeContacts;
import org.alongside.shared.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contact log. What we do ourselves asks the safe-contact gate first. */
@Service
@Transactional
public class Contacts {
    private final Cases cases;
    private final People people;
    private final SafeContacts safeContacts;
    private final Moments moments;
    private final JdbcClient sql;
    private final Seal seal;

    Contacts(Cases cases, People people, SafeContacts safeContacts, Moments moments, JdbcClient sql, Seal seal) {
        this.cases = cases;
        this.people = people;
        this.safeContacts = safeContacts;
        this.moments = moments;
        this.sql = sql;
        this.seal = seal;
    }

    /** Writes a contact down. RuleBroken when the gate refuses it, or when we would contact somebody whose case is closed. */
    public void record(CaseId id, NewContact contact, Actor.Worker me) {
        if (isWritten(contact)) return;
        CaseFacts facts = contact.byUs() ? cases.mustBeOpenFor(id, me) : cases.facts(id);
        Decision decision = contact.gate().map(channel -> people.mayContact(facts.person(), channel)).orElse(null);
        ContactGate.mustPass(contact, decision, firstCallIsWritten(id));
        if (decision != null && decision.verdict() == Decision.Verdict.ASK_FIRST) {
            safeContacts.startLiveCall(facts.person(), me);
            safeContacts.endLiveCall(facts.person(), contact.callResult(), me);
        }
        Despite despite = despite(contact, decision);
        String path = "/desk/cases/" + id.id() + "/contacts";
        if (moments.add(contact.id(), id, MomentKind.CONTACT, contact.happenedAt(), me.worker(), headline(contact, despite), contact.words(), path)) keep(id, contact, decision, despite);
    }

    /** A manager opens a way of contact for a day because a life is at risk. NotFound for anyone else. */
    public void openForRiskToLife(CaseId id, Channel channel, String reason, Actor.Worker me) {
        safeContacts.openForRiskToLife(cases.facts(id).person(), channel, reason, me);
        moments.now(id, MomentKind.CRISIS, me, "Risk to life: " + channel.words().toLowerCase(Locale.ROOT) + " allowed for 24 hours by a manager", reason, null);
    }

    private void keep(CaseId id, NewContact contact, @Nullable Decision decision, @Nullable Despite despite) {
        sql.sql("""
                insert into casework.contact (id, case_id, channel, started_by, purposes, outcome, answered_by, gate, despite, despite_words)
                values (:id, :case, :channel, :startedBy, :purposes, :outcome, :answeredBy, :gate, :despite, :despiteWords)
                """)
                .param("id", contact.id()).param("case", id.id()).param("channel", contact.channel().name()).param("startedBy", contact.byUs() ? "US" : "CLIENT")
                .param("purposes", contact.purposes().stream().map(ContactPurpose::name).sorted().toArray(String[]::new))
                .param("outcome", contact.outcome().name()).param("answeredBy", contact.answeredBy() == null ? null : contact.answeredBy().name())
                .param("gate", gate(decision, despite)).param("despite", despite == null ? null : despite.name())
                .param("despiteWords", seal.close(contact.despite(), "casework.contact.despite_words", contact.id())).update();
    }

    private boolean isWritten(NewContact contact) {
        return sql.sql("select exists (select from casework.contact where id = :id)").param("id", contact.id()).query(Boolean.class).single();
    }

    private boolean firstCallIsWritten(CaseId id) {
        return sql.sql("select exists (select from casework.contact where case_id = :case and gate = 'ASK_FIRST')").param("case", id.id()).query(Boolean.class).single();
    }

    private static @Nullable String gate(@Nullable Decision decision, @Nullable Despite despite) {
        if (decision == null) return null;
        return decision.reason() == Decision.Reason.CALLED_ONCE && despite == null ? Decision.Verdict.ASK_FIRST.name() : decision.verdict().name();
    }

    private static @Nullable Despite despite(NewContact contact, @Nullable Decision decision) {
        if (decision == null) return null;
        if (decision.reason() == Decision.Reason.RISK_TO_LIFE) return Despite.RISK_TO_LIFE;
        return decision.mayContact() || contact.despite() == null ? null : Despite.ALREADY_HAPPENED;
    }

    private static String headline(NewContact contact, @Nullable Despite despite) {
        String purposes = contact.purposes().stream().sorted().map(purpose -> purpose.words().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
        return contact.channel().words() + (contact.byUs() ? ": " : " from the client: ") + contact.outcome().words().toLowerCase(Locale.ROOT)
                + (purposes.isEmpty() ? "" : "; " + purposes)
                + (despite == null ? "" : despite == Despite.RISK_TO_LIFE ? "; allowed because a life was at risk" : "; outside what is safe");
    }
}
