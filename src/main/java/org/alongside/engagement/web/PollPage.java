package org.alongside.engagement.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.alongside.engagement.Polls.Result;
import org.alongside.engagement.Post;
import org.alongside.helpline.Support;
import org.alongside.instruments.Instrument;
import org.alongside.shared.Problems;
import org.alongside.shared.Protected;
import org.alongside.shared.SmallNumbers.Shown;
import org.alongside.ui.Chart;
import org.alongside.ui.Chart.Series;
import org.alongside.ui.Frame;
import org.alongside.ui.Option;

/** The poll of a post: what it asks, and what it came to where that may be seen. @param once made with the form, so that a second press counts nothing @param busy whether this network answered too often */
record PollPage(Post post, Instrument set, Support support, List<Result> results, String once, Problems problems, boolean busy, Instant now) {
    String path() {
        return post.path() + "/poll";
    }

    boolean isOpen() {
        return !post.isClosed(now);
    }

    /** Whether nobody answered anything until yesterday. */
    static boolean isEmpty(List<Result> results) {
        return results.stream().allMatch(one -> one.answered().equals(Protected.NONE));
    }

    static List<Chart> charts(List<Result> results, Frame frame) {
        return IntStream.range(0, results.size()).mapToObj(number -> chart(number, results.get(number), frame)).toList();
    }

    private static Chart chart(int number, Result result, Frame frame) {
        List<Shown> values = result.answers().stream().map(one -> new Shown(one.isShown() ? one.about() : null, words(one, frame))).toList();
        return new Chart("result-" + number, Chart.Kind.BARS, result.item().ask(), frame.say("engagement.poll.picture", words(result.answered(), frame)), frame.say("engagement.poll.answer"),
                result.item().options().stream().map(Option::text).toList(), List.of(new Series(frame.say("engagement.poll.people"), values)));
    }

    static String words(Protected number, Frame frame) {
        return !number.isShown() ? frame.say("engagement.poll.hidden") : number.about() == 0 ? frame.say("engagement.poll.nobody") : frame.say("engagement.poll.about", number.about());
    }
}
