package org.alongside.programme.web;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseLooks;
import org.alongside.organisations.Organisations;
import org.alongside.programme.Agreement;
import org.alongside.programme.Agreements;
import org.alongside.programme.Breach;
import org.alongside.programme.Breach.Follows;
import org.alongside.programme.Breaches;
import org.alongside.programme.Enrolment;
import org.alongside.programme.Enrolments;
import org.alongside.programme.Partners;
import org.alongside.programme.Register;
import org.alongside.programme.Sheets;
import org.alongside.programme.Status;
import org.alongside.programme.Suitability;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Option;
import org.alongside.ui.Pdf;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class ParticipantPages {
    private final CaseLooks looks;
    private final Enrolments enrolments;
    private final Register register;
    private final Sheets sheets;
    private final Agreements agreements;
    private final Breaches breaches;
    private final Partners partners;
    private final Organisations organisations;
    private final Pdf pdf;
    private final JdbcClient sql;

    ParticipantPages(CaseLooks looks, Enrolments enrolments, Register register, Sheets sheets, Agreements agreements, Breaches breaches, Partners partners, Organisations organisations, Pdf pdf, JdbcClient sql) {
        this.looks = looks;
        this.enrolments = enrolments;
        this.register = register;
        this.sheets = sheets;
        this.agreements = agreements;
        this.breaches = breaches;
        this.partners = partners;
        this.organisations = organisations;
        this.pdf = pdf;
        this.sql = sql;
    }

    /**
     * @param now where they are; null when they are in no programme @param group whose place they have, by its name; empty when they have none @param missing what has to happen before a start, each in a sentence @param suits what was decided last
     * @param signedOn when they signed for this way through @param breaches how often the agreement was not kept @param earlier ways that have ended
     */
    record One(UUID caseId, String who, boolean closed, @Nullable Enrolment now, String group, List<String> missing, List<Register.Past> past, List<Enrolment> earlier, List<Sheets.Heading> sheets, @Nullable Suitability suits,
            @Nullable LocalDate signedOn, int breaches, Map<String, String> typed, Problems problems) {
        String path() {
            return "/desk/cases/" + caseId + "/programme";
        }

        boolean may(Status next) {
            return now != null && now.status().next().contains(next);
        }

        /** The steps that need a reason. */
        List<Option> steps() {
            return Stream.of(new Option("not-ready", "They are not ready yet"), new Option("suspend", "They are suspended"), new Option("return", "They come back"), new Option("complete", "They finished the programme"),
                    new Option("leave", "They leave, or we end it")).filter(step -> switch (step.value()) {
                case "not-ready" -> may(Status.NOT_READY);
                case "suspend" -> may(Status.SUSPENDED);
                case "return" -> now != null && now.status() == Status.SUSPENDED;
                case "complete" -> may(Status.COMPLETED);
                default -> may(Status.LEFT);
            }).toList();
        }

        List<Sheets.Heading> sheets(String key) {
            return sheets.stream().filter(one -> one.instrument().key().equals(key)).toList();
        }

        /** How many of the sessions marked so far they came to. */
        String came() {
            return "Came to " + past.stream().filter(one -> !one.mark().missed()).count() + " of " + past.size();
        }

        @Nullable String typed(String field) {
            return typed.get(field);
        }
    }

    One one(UUID caseId, Map<String, String> typed, Problems problems, Actor.Worker me) {
        CaseLooks.Look look = looks.lookProgramme(caseId);
        List<Enrolment> all = enrolments.of(look.id());
        Enrolment now = all.stream().filter(one -> !one.status().ended()).findFirst().orElse(null);
        Beside beside = beside(look.id(), now);
        List<Sheets.Heading> headings = sheets.headings(look.id());
        Optional<Suitability> suits = headings.stream().map(Sheets.Heading::suits).filter(Objects::nonNull).max(Comparator.comparing(Suitability::at));
        boolean started = now != null && now.status().started();
        List<String> missing = now == null || started ? List.of() : enrolments.beforeStart(look.id(), suits, beside.signedOn != null);
        return new One(caseId, look.who(), look.facts().isClosed(), now, beside.group, missing, started ? register.past(now.id()) : List.of(), all.stream().filter(one -> one.status().ended()).toList(), headings, suits.orElse(null), beside.signedOn,
                beside.breaches, typed, problems);
    }

    /** What stands beside somebody's way through, in one query. */
    private record Beside(@Nullable LocalDate signedOn, int breaches, String group) {}

    private Beside beside(CaseId id, @Nullable Enrolment now) {
        return sql.sql("""
                select (select a.signed_on from programme.agreement a where a.enrolment_id = :enrolment order by a.written_at desc, a.id limit 1) as signed_on,
                       (select count(*)::int from programme.breach b where b.case_id = :case) as breaches, coalesce((select c.name from programme.cohort c where c.id = :cohort), '') as "group"
                """).param("enrolment", now == null ? null : now.id(), Types.OTHER).param("case", id.id()).param("cohort", now == null ? null : now.cohort(), Types.OTHER).query(Beside.class).single();
    }

    /** @param signed what was signed already for this way through; null when nothing was @param mayWrite whether there is a way through to sign for */
    record AgreementPage(UUID caseId, String who, String reference, boolean mayWrite, @Nullable Agreement signed, String explainedBy, UUID once, Map<String, String> typed, TypedDate on, Problems problems) {
        String path() {
            return "/desk/cases/" + caseId + "/programme/agreement";
        }
    }

    AgreementPage agreement(UUID caseId, Map<String, String> typed, TypedDate on, Problems problems) {
        CaseLooks.Look look = looks.lookProgramme(caseId);
        Enrolment now = enrolments.current(look.id()).orElse(null);
        Agreement signed = now == null ? null : agreements.of(now.id()).orElse(null);
        return new AgreementPage(caseId, look.who(), look.facts().reference(), now != null && !look.facts().isClosed(), signed, signed == null ? "" : organisations.nameOf(signed.by()), Typed.id(typed.get("once")), typed, on, problems);
    }

    /** The agreement on paper, for two signatures. Without a name: it goes home with somebody. */
    byte[] paper(UUID caseId, Actor.Worker me) {
        CaseLooks.Look look = looks.lookProgramme(caseId);
        return pdf.of("programme/web/agreementpaper", Map.of("service", organisations.nameOf(me.organisation()).orElse(""), "reference", look.facts().reference()));
    }

    record BreachesPage(UUID caseId, String who, boolean closed, List<Row> rows, List<Option> follows, boolean partners, UUID once, Map<String, String> typed, TypedDate on, Problems problems) {
        record Row(Breach breach, String by) {}

        String path() {
            return "/desk/cases/" + caseId + "/programme/breaches";
        }

        @Nullable String typed(String field) {
            return typed.get(field);
        }
    }

    BreachesPage breaches(UUID caseId, Map<String, String> typed, TypedDate on, Problems problems) {
        CaseLooks.Look look = looks.lookProgramme(caseId);
        Optional<Enrolment> now = enrolments.current(look.id());
        List<Follows> follows = Stream.of(Follows.values()).filter(one -> one != Follows.SUSPENDED || now.filter(way -> way.status() == Status.STARTED).isPresent()).filter(one -> one != Follows.ENDED || now.isPresent()).toList();
        return new BreachesPage(caseId, look.who(), look.facts().isClosed(), breaches.of(look.id()).stream().map(one -> new BreachesPage.Row(one, organisations.nameOf(one.by()))).toList(), Option.of(follows), partners.any(look.id()), Typed.id(typed.get("once")), typed, on, problems);
    }
}
