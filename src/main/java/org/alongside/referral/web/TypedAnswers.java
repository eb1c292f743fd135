package org.alongside.referral.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
