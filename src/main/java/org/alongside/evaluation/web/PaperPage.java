package org.alongside.evaluation.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import org.alongside.evaluation.Evaluation;
import org.alongside.evaluation.IdentityMode;
import org.alongside.evaluation.Wave;
import org.alongside.instruments.Item;
import org.alongside.shared.Problems;

/** Typing in sheets, one after the other. @param last what was typed just now, so that it can be taken back; empty for nothing */
record PaperPage(QuestionsPage questions, PaperForm form, List<UUID> last, Problems problems) {
    static PaperPage of(Evaluation one, Wave wave, PaperForm form, List<UUID> last, Problems problems) {
        return new PaperPage(new QuestionsPage(one, wave, "", form.of("once")), form, last, problems);
    }

    String path() {
        return back() + "/paper/" + questions.wave().slug();
    }

    String back() {
        return EvaluationController.path(questions.evaluation().id().id());
    }

    boolean pairs() {
        return questions.evaluation().identity().pairs();
    }

    boolean byCard() {
        return questions.evaluation().identity() == IdentityMode.TICKET;
    }

    String title() {
        return "Type in from paper: " + questions.wave().words().toLowerCase();
    }

    String lastIds() {
        return inWords(last);
    }

    static String inWords(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }

    /** 1 Not at all, 2 A little, ... */
    static String numbers(Item item) {
        return IntStream.range(0, item.options().size()).mapToObj(at -> (at + 1) + " " + item.options().get(at).text()).collect(Collectors.joining(", "));
    }

    /** Whether the numbers mean the same as with the question before, so that they need not be said again. */
    static boolean sameAsBefore(List<Item> items, Item item) {
        int at = items.indexOf(item);
        return at > 0 && items.get(at - 1).options().equals(item.options());
    }

    static Stream<UUID> ids(String typed) {
        return Stream.of(typed.split(" ")).filter(id -> id.length() == 36).map(UUID::fromString);
    }
}
