package org.alongside.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.evaluation.Sheets.Sheet;
import org.alongside.instruments.Instruments;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Sector;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One evaluation that is over, an illustration: its margins are those training in this field reports, 20 % to 72 % of 25 people, 42 % and 19 % to
 * 100 % of 31; who answered what is invented. And one that takes answers.
 */
@Component
public class DemoEvaluations implements DemoTown {
    public static final EvaluationId CLOSED = new EvaluationId(UUID.fromString("00000000-0000-4000-8000-0000000000e1")), OPEN = new EvaluationId(UUID.fromString("00000000-0000-4000-8000-0000000000e2"));
    /** Where people work who came to the demo course. */
    private static final List<Sector> WORK = List.of(Sector.HOUSING, Sector.HOUSING, Sector.HEALTH, Sector.SCHOOLS, Sector.SOCIAL_CARE);
    private static final int PAIRS = 31, QUESTIONS = 7, VERY = 5, NOT_MY_ROLE = 6;
    private final Evaluations evaluations;
    private final Sheets sheets;
    private final Instruments instruments;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoEvaluations(Evaluations evaluations, Sheets sheets, Instruments instruments, TransactionTemplate transaction, Clock clock) {
        this.evaluations = evaluations;
        this.sheets = sheets;
        this.instruments = instruments;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 17;
    }

    @Override
    public void plant() {
        Actor.Worker lee = DemoWorkers.at(LEE_TRAINER);
        LocalDate today = Times.day(clock.instant()), course = today.minusMonths(7);
        List<QuestionSet> asked = List.of(new QuestionSet(instruments.current("confidence"), "fairly"), new QuestionSet(instruments.current("event-feedback"), null));
        Acting.as(lee, () -> transaction.executeWithoutResult(status -> {
            evaluations.plan(CLOSED.id(), new Plan("Noticing and asking: spring courses", "An illustration. Nobody gave these answers: they are made up, so that a report can be looked at.", asked, IdentityMode.TICKET, 3, true, course), lee);
            Evaluation one = evaluations.one(CLOSED);
            sheets.put(one, IntStream.range(0, PAIRS + 8).boxed().flatMap(person -> answers(person, course).stream()).toList(), "PAPER");
            evaluations.close(CLOSED, lee);
            evaluations.plan(OPEN.id(), new Plan("Noticing and asking: winter courses", "How sure you feel when somebody may be living with abuse, and what you thought of the course.", asked, IdentityMode.TICKET, 3, false, today.plusWeeks(2)), lee);
        }));
    }

    /** Those from 31 on answered before only, after only, or months later only. */
    private static List<Sheet> answers(int person, LocalDate course) {
        UUID pair = UUID.randomUUID();
        Sector sector = person % 9 == 8 ? null : WORK.get(person % WORK.size());
        List<Sheet> sheets = new ArrayList<>();
        if (person < PAIRS + 4) sheets.add(sheet(pair, Wave.BEFORE, course, sector, before(person), Map.of(), null));
        if (person < PAIRS || person >= PAIRS + 4 && person < PAIRS + 7) {
            Answered back = person % 4 == 3 || person >= PAIRS ? null : answered(Wave.LOOKING_BACK, sector, before(person).stream().map(place -> place > 1 && place <= VERY && person % 3 > 0 ? place - 1 : place).toList(), Map.of());
            sheets.add(sheet(pair, Wave.AFTER, course.plusDays(1), sector, after(person), written(person), back));
        }
        if (person < PAIRS && person % 9 < 5 || person == PAIRS + 7) sheets.add(sheet(pair, Wave.FOLLOW_UP, course.plusMonths(3).plusDays(person % 12), sector, later(person), Map.of(), null));
        return sheets;
    }

    private static List<Integer> before(int person) {
        List<Integer> places = places(person, question -> 1 + (person * 7 + question * 3) % 4);
        // 5 of 25; 6 left it open before and after.
        places.set(0, person < PAIRS && person >= 25 ? 0 : person < 5 ? 4 + person % 2 : 1 + person % 3);
        places.set(3, person < 13 ? 4 + person % 2 : 1 + person % 3);
        places.set(4, person >= 20 && person < 26 ? 4 : 1 + person % 3);
        return places;
    }

    private static List<Integer> after(int person) {
        List<Integer> before = before(person);
        List<Integer> places = places(person, question -> Math.min(VERY, before.get(question) + (person + question) % 3));
        // 18 of 25, one of whom was surer before.
        places.set(0, person < PAIRS && person >= 25 ? 0 : person == 4 ? 3 : person < 19 ? 4 + person % 2 : 1 + person % 3);
        places.set(3, 4 + person % 2);
        places.set(4, 4 + (person + 1) % 2);
        return places;
    }

    private static List<Integer> later(int person) {
        return after(person).stream().map(place -> place > 1 && place <= VERY && person % 4 == 1 ? place - 1 : place).toList();
    }

    private static List<Integer> places(int person, IntUnaryOperator place) {
        List<Integer> places = new ArrayList<>(IntStream.range(0, QUESTIONS).map(place).boxed().toList());
        if (person % 10 == 9) places.set(QUESTIONS - 1, NOT_MY_ROLE);
        return places;
    }

    private static Map<String, String> written(int person) {
        return switch (person) {
            case 2 -> Map.of("event-feedback.do-next", "I will ask on the first visit, and alone.");
            case 11 -> Map.of("event-feedback.do-next", "Keep the number of the helpline in my phone.", "event-feedback.change", "More time to practise.");
            case 23 -> Map.of("event-feedback.change", "The room was cold.");
            default -> Map.of();
        };
    }

    private static Sheet sheet(UUID pair, Wave wave, LocalDate day, @Nullable Sector sector, List<Integer> places, Map<String, String> words, @Nullable Answered back) {
        return new Sheet(UUID.randomUUID(), pair, day, answered(wave, sector, places, words), back);
    }

    /** The places of what was thought of the course are added: asked after it only. */
    private static Answered answered(Wave wave, @Nullable Sector sector, List<Integer> places, Map<String, String> words) {
        List<@Nullable Integer> all = new ArrayList<>(places);
        for (int question = 0; question < 5; question++) all.add(wave == Wave.AFTER ? Integer.valueOf(1 + (places.get(1) + question) % 4 % 3) : null);
        return new Answered(wave, sector, all, words);
    }
}
