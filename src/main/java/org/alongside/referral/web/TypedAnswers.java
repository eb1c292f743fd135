package org.alongside.referral.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.referral.Answers;
import org.alongside.referral.Draft;
import org.alongside.referral.Drafts;
import org.alongside.referral.Question;

/** Reads what was typed into the fields of some questions. A field that is missing or skipped is blank. */
final class TypedAnswers {
    private TypedAnswers() {
    }

    static Map<Question, String> read(HttpServletRequest request, List<Question> questions) {
        boolean skipped = request.getParameter("skip") != null;
        Map<Question, String> typed = new EnumMap<>(Question.class);
        questions.forEach(question -> typed.put(question, skipped ? "" : words(request, question)));
        return typed;
    }

    /** What a professional brings along with the first press, page by page: where one question of a page was answered, its others were seen and left blank. */
    static Map<Question, String> brought(HttpServletRequest request, Draft draft) {
        Map<Question, String> brought = new EnumMap<>(Question.class);
        for (Step step : Step.values()) {
            Answers typed = new Answers(read(request, step.questions(draft).stream().filter(Drafts.BROUGHT::contains).toList()));
            if (typed.given().keySet().stream().anyMatch(typed::has)) brought.putAll(typed.given());
        }
        return brought;
    }

    private static String words(HttpServletRequest request, Question question) {
        String field = question.field();
        return switch (question.shape()) {
            case SEVERAL -> Stream.ofNullable(request.getParameterValues(field)).flatMap(Arrays::stream).collect(Collectors.joining(","));
            case DATE -> Stream.of(".day", ".month", ".year").map(part -> one(request, field + part).replace("\n", " ").replace("\r", " ")).collect(Collectors.joining("\n"));
            default -> one(request, field);
        };
    }

    private static String one(HttpServletRequest request, String field) {
        String typed = request.getParameter(field);
        return typed == null ? "" : typed;
    }
}
