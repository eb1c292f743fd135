package org.alongside.evaluation.web;

import java.util.List;
import java.util.stream.Stream;
import org.alongside.evaluation.Answered;
import org.alongside.evaluation.Evaluation;
import org.alongside.evaluation.QuestionSet;
import org.alongside.evaluation.Wave;
import org.alongside.instruments.Item;
import org.alongside.shared.Sector;
import org.alongside.ui.Frame;
import org.alongside.ui.Option;

/** All questions of one time, none of which has to be answered. @param once of this form, so that a second press finds the first */
record QuestionsPage(Evaluation evaluation, Wave wave, String path, String once) {
    List<QuestionSet> sets() {
        return evaluation.asked(wave);
    }

    /** The sets asked a second time for how it was before; none where that is not asked. */
    List<QuestionSet> lookingBack() {
        return wave == Wave.AFTER && evaluation.lookingBack() ? evaluation.asked(Wave.LOOKING_BACK) : List.of();
    }

    static String field(String prefix, QuestionSet set, Item item) {
        return prefix + Answered.field(set, item);
    }

    static List<Option> sectors(Frame frame) {
        return Stream.of(Sector.values()).map(sector -> new Option(sector.name(), frame.say(sector.key()))).toList();
    }
}
