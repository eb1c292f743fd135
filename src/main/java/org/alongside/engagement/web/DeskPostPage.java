package org.alongside.engagement.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.alongside.engagement.Polls.Result;
import org.alongside.engagement.Post;
import org.alongside.instruments.Instrument;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Chart;
import org.alongside.ui.Chart.Series;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** A post on the desk. @param at which form came back with problems; empty for none @param visits each day of the last weeks @param results null where it has no poll */
record DeskPostPage(Post post, PostForm form, ResourceForm resource, ToldForm told, String alt, TypedDate on, @Nullable String time, List<Option> campaigns, List<Instrument> polls, @Nullable Instrument poll, List<Result> results, SortedMap<LocalDate, Integer> visits, String at, Problems problems, Instant now) {
    String path() {
        return "/desk/engagement/posts/" + post.id();
    }

    Problems problems(String form) {
        return at.equals(form) ? problems : new Problems();
    }

    int opened() {
        return visits.values().stream().mapToInt(Integer::intValue).sum();
    }

    Chart chart() {
        List<LocalDate> days = new ArrayList<>(visits.keySet());
        return new Chart("visits", Chart.Kind.LINES, "Opened, by day", "A line with a point for each day, from " + Times.say(days.get(0)) + " to " + Times.say(days.get(days.size() - 1)) + ".", "Day", days.stream().map(Times::say).toList(),
                List.of(new Series("Times opened", visits.values().stream().map(Chart::number).toList())));
    }

    List<Option> pollOptions() {
        return polls.stream().map(one -> new Option(one.key(), one.title())).toList();
    }
}
