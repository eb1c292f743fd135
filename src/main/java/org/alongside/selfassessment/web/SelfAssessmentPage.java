package org.alongside.selfassessment.web;

import java.util.List;
import java.util.Optional;
import org.alongside.selfassessment.Carried;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.SelfAssessments.Reader;
import org.alongside.selfassessment.Beside.Door;
import org.alongside.selfassessment.Evidence;
import org.alongside.selfassessment.Reading;
import org.alongside.organisations.Organisations.Elsewhere;
import org.alongside.shared.Problems;
import org.alongside.standards.Standard.Statement;
import org.alongside.ui.Option;

record SelfAssessmentPage(SelfAssessment assessment, List<Evidence> evidence, List<Carried> carried, List<Reader> readers, List<Elsewhere> commissioners, List<Door> doors, boolean leads, Problems problems) {
    String path() {
        return "/desk/self-assessments/" + assessment.id().id();
    }

    String path(Statement statement) {
        return path() + "/statements/" + statement.id();
    }

    List<Reader> commissioning() {
        return readers.stream().filter(one -> one.why() == Reading.COMMISSIONER).toList();
    }

    List<Option> choices() {
        return commissioners.stream().filter(one -> commissioning().stream().noneMatch(reader -> reader.organisation().equals(one.id()))).map(one -> new Option(one.id().id().toString(), one.name())).toList();
    }

    /** The statements that evidence for other standards would show too. */
    List<Statement> carrying() {
        return assessment.statements().stream().filter(one -> carried.stream().anyMatch(some -> some.statement().equals(one.id()))).toList();
    }

    List<Evidence> beside(Statement statement) {
        return evidence.stream().filter(one -> one.statements().contains(statement.id())).toList();
    }

    /** Where to go on: the first that is not answered or not confirmed, else the first. */
    /** The first that is not ready to be handed in; empty where all are. */
    Optional<Statement> next() {
        return assessment.statements().stream().filter(one -> !assessment.of(one).isReady()).findFirst();
    }

    long ready() {
        return assessment.statements().stream().filter(one -> assessment.of(one).isReady()).count();
    }
}
