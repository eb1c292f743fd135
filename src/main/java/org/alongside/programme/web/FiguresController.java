package org.alongside.programme.web;

import static org.alongside.ui.Chart.number;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.alongside.access.Actor;
import org.alongside.helpline.BehaviourWeeks;
import org.alongside.programme.Figures;
import org.alongside.shared.SmallNumbers;
import org.alongside.ui.Chart;
import org.alongside.ui.Chart.Kind;
import org.alongside.ui.Chart.Series;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The figures of groups, for those who lead them. */
@Controller
class FiguresController {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final List<String> LENGTHS = List.of("Under 2 weeks", "2 to 4 weeks", "4 to 8 weeks", "8 to 13 weeks", "Over 13 weeks");
    private final Figures figures;
    private final BehaviourWeeks helpline;

    FiguresController(Figures figures, BehaviourWeeks helpline) {
        this.figures = figures;
        this.helpline = helpline;
    }

    @GetMapping("/desk/groups/figures")
    String show(Actor.Worker me, Model model) {
        List<Figures.Fill> fill = figures.fill(me);
        List<Figures.Week> weeks = figures.weeks(me);
        Figures.Waiting waiting = figures.waiting(me);
        model.addAttribute("page", new FiguresPage(waiting, figures.standing(me), filled(fill), toFill(fill), rate(weeks), lengths(waiting), left(figures.left(me)), asked(weeks, me)));
        return "programme/web/figures";
    }

    private static Chart filled(List<Figures.Fill> groups) {
        String full = groups.stream().filter(one -> one.coming() + one.kept() >= one.places()).count() + " of " + groups.size() + " groups are full.";
        return new Chart("fill", Kind.STACKED, "How full each group is", full + " Each bar is the places of a group: who takes part, places kept for somebody, and places that are free.", "Group", groups.stream().map(Figures.Fill::name).toList(), List.of(
                new Series("Takes part", groups.stream().map(one -> number(one.coming())).toList()), new Series("Kept", groups.stream().map(one -> number(one.kept())).toList()),
                new Series("Free", groups.stream().map(one -> number(Math.max(0, one.places() - one.coming() - one.kept()))).toList())));
    }

    private static Chart toFill(List<Figures.Fill> groups) {
        List<Figures.Fill> full = groups.stream().filter(one -> one.filled() != null).toList();
        return new Chart("days", Kind.BARS, "Days until every place was taken", full.isEmpty() ? "No group was full yet." : "From the day a group was made to the day its last place was taken or kept for somebody.", "Group", full.stream().map(Figures.Fill::name).toList(),
                List.of(new Series("Days", full.stream().map(one -> number((int) Duration.between(one.madeAt(), one.filled()).toDays())).toList())));
    }

    private static Chart rate(List<Figures.Week> weeks) {
        List<SmallNumbers.Shown> rates = weeks.stream().map(week -> week.rate() == null ? new SmallNumbers.Shown(null, "no places") : number(week.rate(), week.rate() + " %, " + week.coming() + " of " + week.places())).toList();
        return new Chart("rate", Kind.LINES, "Places in use, week by week, in per cent", "Who had started, as a share of the commissioned places at the end of each week. Now " + rates.get(rates.size() - 1).words() + ".", "Week from", names(weeks), List.of(new Series("In use", rates)));
    }

    private static Chart lengths(Figures.Waiting waiting) {
        return new Chart("waits", Kind.BARS, "How long people have waited", waiting.people() + " people wait; half of them for " + waiting.median() + " days or more, the longest for " + waiting.longest() + " days.", "Waits for", LENGTHS, List.of(new Series("People", waiting.byLength().stream().map(Chart::number).toList())));
    }

    private static Chart left(List<Figures.Left> left) {
        return new Chart("left", Kind.BARS, "When people left before the end", left.stream().mapToInt(Figures.Left::people).sum() + " people left before the end within a year, by the last session they came to.", "Last came to",
                left.stream().map(one -> one.session() == 0 ? "No session" : "Session " + one.session()).toList(), List.of(new Series("People", left.stream().map(one -> number(one.people())).toList())));
    }

    private Chart asked(List<Figures.Week> weeks, Actor.Worker me) {
        Map<LocalDate, SmallNumbers.Shown> asked = helpline.since(weeks.get(0).monday(), me);
        return new Chart("asked", Kind.LINES, "Who asked about their own behaviour, and who began to wait", "By week: contacts with the helpline about somebody’s own behaviour, and people who joined the waiting list. A gap in a line is a number under five, which is not shown.", "Week from", names(weeks), List.of(
                new Series("Asked the helpline", weeks.stream().map(week -> asked.getOrDefault(week.monday(), SmallNumbers.alone(0))).toList()), new Series("Began to wait", IntStream.range(0, weeks.size()).mapToObj(at -> number(weeks.get(at).began())).toList())));
    }

    private static List<String> names(List<Figures.Week> weeks) {
        return weeks.stream().map(week -> DAY.format(week.monday())).toList();
    }
}
