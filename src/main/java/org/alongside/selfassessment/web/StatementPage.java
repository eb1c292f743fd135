package org.alongside.selfassessment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.access.WorkerId;
import org.alongside.organisations.Names;
import org.alongside.selfassessment.Answer;
import org.alongside.selfassessment.Carried;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.Evidence;
import org.alongside.selfassessment.EvidenceKind;
import org.alongside.selfassessment.Said;
import org.alongside.involvement.Heard;
import org.alongside.organisations.Colleague;
import org.alongside.shared.Problems;
import org.alongside.standards.Standard.Section;
import org.alongside.standards.Standard.Statement;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** @param theirs what a colleague saved while this was being written; else null @param opens which of the forms below the answer is open: new, shelf or none */
record StatementPage(SelfAssessment assessment, Statement statement, AnswerForm form, @Nullable Said theirs, List<Evidence> beside, List<Carried> carried, List<Heard> heard, List<Evidence> shelf, EvidenceForm evidence, String opens, List<Colleague> colleagues, Names names, LocalDate today, Problems problems) {
    String whole() {
        return "/desk/self-assessments/" + assessment.id().id();
    }

    String path() {
        return whole() + "/statements/" + statement.id();
    }

    Said said() {
        return assessment.of(statement);
    }

    Section section() {
        return assessment.section(statement);
    }

    int number() {
        return assessment.statements().indexOf(statement) + 1;
    }

    Optional<Statement> after() {
        return assessment.after(statement);
    }

    Optional<Statement> before() {
        return assessment.before(statement);
    }

    List<Option> answers() {
        return Option.of(Answer.values());
    }

    List<Option> kinds() {
        return Option.of(EvidenceKind.values());
    }

    List<Option> owners() {
        return colleagues.stream().map(one -> new Option(one.id().id().toString(), one.name())).toList();
    }

    /** What the organisation has already, and does not stand here yet. */
    List<Option> others() {
        return shelf.stream().filter(one -> beside.stream().noneMatch(here -> here.id().equals(one.id()))).map(one -> new Option(one.id().toString(), one.title(), one.kind().words())).toList();
    }

    String name(@Nullable WorkerId worker) {
        return names.of(worker);
    }
}
