package org.alongside.evaluation.web;

import java.util.ArrayList;
import java.util.List;
import org.alongside.evaluation.Answered;
import org.alongside.evaluation.Evaluation;
import org.alongside.evaluation.QuestionSet;
import org.alongside.evaluation.Sheets.Comment;
import org.alongside.evaluation.Wave;
import org.alongside.instruments.Item;

/** What people wrote, question by question, in no order. */
record CommentsPage(Evaluation one, List<Said> said) {
    record Said(String ask, Wave wave, List<String> words) {}

    static CommentsPage of(Evaluation one, List<Comment> comments) {
        List<Said> said = new ArrayList<>();
        for (QuestionSet set : one.sets()) {
            for (Item item : set.instrument().items()) {
                for (Wave wave : Wave.values()) {
                    List<String> words = comments.stream().filter(comment -> comment.wave() == wave && comment.field().equals(Answered.field(set, item))).map(Comment::words).toList();
                    if (!words.isEmpty()) said.add(new Said(item.ask(), wave, words));
                }
            }
        }
        return new CommentsPage(one, said);
    }

    String path() {
        return EvaluationController.path(one.id().id());
    }
}
