package org.alongside.referral.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.referral.Answers;
import org.alongside.referral.DeskWords;
import org.alongside.referral.Question;
import org.alongside.referral.ReferralId;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** One page to type on while somebody talks. Nothing on it has to be filled in. */
record CallPage(UUID id, Side side, String asking, Answers answers, Problems problems, boolean saved, List<Unfinished> unfinished) {
    record Unfinished(ReferralId id, Instant beganAt) {
        String path() {
            return "/desk/calls/new/" + id.id();
        }
    }

    record Block(String title, @Nullable String hint, List<Question> questions) {}

    /** Only somebody who refers another person about how they behave is asked these. */
    static final List<Question> OF_A_REFERRER = List.of(Question.REFERRER_NAME, Question.REFERRER_ORGANISATION, Question.REFERRER_PHONE, Question.CONSENT, Question.CONSENT_WHY, Question.WILLING,
            Question.HOW_KNOWN, Question.PARTNERS, Question.PARTNERS_WORDS, Question.PARTNERS_SUPPORT, Question.CONTACT_DANGER, Question.CONTACT_DANGER_WORDS, Question.CONDITIONS, Question.CONDITIONS_WORDS);

    static List<Question> questions(Side side) {
        return blocks(side == Side.SUPPORT).stream().flatMap(block -> block.questions().stream()).toList();
    }

    String path() {
        return "/desk/calls/new/" + id;
    }

    List<Block> blocks() {
        return blocks(side == Side.SUPPORT);
    }

    private static List<Block> blocks(boolean support) {
        Block more = new Block("If somebody refers them", "What they know. Nothing here is asked of the person themself.", OF_A_REFERRER);
        List<Block> blocks = List.of(
                new Block("First", null, List.of(Question.SAFE_NOW, Question.CALLER, Question.CALL_CHANNEL, Question.ISSUE)),
                new Block(support ? "What they say" : "What they say about their behaviour", null, List.of(Question.WORDS, Question.OTHER_PERSON, Question.RISKS)),
                new Block("If they want to be contacted", "How contact is safe comes first. Without it no number is kept.",
                        List.of(Question.CHANNELS, Question.SAFE_WHEN, Question.SAFE_DAYS, Question.SAFE_HOURS, Question.SAFE_TIMES, Question.VOICEMAIL, Question.WHO_ANSWERS, Question.CODE_WORD, Question.PHONE, Question.EMAIL)),
                new Block("About them", "Only what they want to say.", List.of(Question.GIVEN_NAME, Question.FAMILY_NAME, Question.BORN, Question.AREA, Question.ADDRESS, Question.GENDER,
                        Question.GENDER_WORDS, Question.WORKER_WISH, Question.LANGUAGE, Question.INTERPRETER, Question.ACCESS_NEEDS, Question.CHILDREN, Question.CHILDREN_WORDS)),
                new Block("What you did", null, List.of(Question.DONE, Question.SIGNPOST, Question.REPEAT, Question.CALL_NOTE)));
        return support ? blocks : Stream.concat(Stream.concat(blocks.stream().limit(blocks.size() - 1), Stream.of(more)), blocks.stream().skip(blocks.size() - 1)).toList();
    }

    List<Option> options(Question question) {
        return Stream.of(question.options()).flatMap(List::stream).map(option -> new Option(option, DeskWords.of(question, option))).toList();
    }

    String typed(Question question) {
        return answers.of(question);
    }
}
