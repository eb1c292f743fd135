package org.alongside.outcomes.web;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alongside.casework.CaseLooks;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.Instrument.By;
import org.alongside.instruments.InstrumentKind;
import org.alongside.instruments.Item;
import org.alongside.instruments.Missing;
import org.alongside.instruments.Response;
import org.alongside.organisations.Organisations;
import org.alongside.outcomes.Outcomes;
import org.alongside.outcomes.Snapshot;
import org.alongside.outcomes.Stage;
import org.alongside.outcomes.web.OutcomesPage.Line;
import org.alongside.outcomes.web.OutcomesPage.Said;
import org.alongside.outcomes.web.OutcomesPage.Table;
import org.alongside.outcomes.web.OutcomesPage.View;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class OutcomesPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yy", Locale.UK);
    private final CaseLooks looks;
    private final Outcomes outcomes;
    private final Organisations organisations;
    private final Clock clock;

    OutcomesPages(CaseLooks looks, Outcomes outcomes, Organisations organisations, Clock clock) {
        this.looks = looks;
        this.outcomes = outcomes;
        this.organisations = organisations;
        this.clock = clock;
    }

    OutcomesPage all(UUID caseId, Map<String, String> typed, TypedDate on, Problems problems) {
        CaseLooks.Look look = looks.look(caseId);
        List<Snapshot> all = outcomes.of(look.id());
        List<Instrument> offered = outcomes.offered(look.facts());
        List<Option> sets = offered.stream().map(one -> new Option(one.key(), one.title(), one.by().words() + " answers.")).toList();
        List<Option> stages = Option.of(Stream.of(Stage.values()).filter(stage -> offered.stream().anyMatch(set -> stage.fits(set.by()))).filter(stage -> !look.facts().isClosed() || stage.isAskedWhenClosed()).toList());
        return new OutcomesPage(caseId, look.who(), look.facts().isClosed(), rows(all, Snapshot::isDraft), rows(all, one -> !one.isDraft()), compared(all), sets, stages, typed,
                on.isBlank() && problems.isEmpty() ? TypedDate.of(Times.day(clock.instant())) : on, problems);
    }

    private List<OutcomesPage.Row> rows(List<Snapshot> all, Predicate<Snapshot> these) {
        List<OutcomesPage.Row> rows = new ArrayList<>(all.stream().filter(these).map(one -> new OutcomesPage.Row(one, organisations.nameOf(one.by()))).toList());
        Collections.reverse(rows);
        return rows;
    }

    /** Each thing asked about, one table for the worker's view beside the client's, and one of its own for whoever is asked in a programme. Only what may be compared stands in one line. */
    static List<Table> compared(List<Snapshot> all) {
        List<Snapshot> standing = all.stream().filter(Snapshot::stands).filter(one -> one.instrument().kind() == InstrumentKind.OUTCOME).toList();
        // Safety: what a participant says and what a partner says never stand in one table, nor beside anybody else's view.
        return Stream.of(new Table("Side by side", lines(standing, By.WORKER, By.CLIENT)), new Table("What the participant says, over time", lines(standing, By.PARTICIPANT)), new Table("What the partner says, over time", lines(standing, By.PARTNER)))
                .filter(table -> !table.lines().isEmpty()).toList();
    }

    private static List<Line> lines(List<Snapshot> standing, By... views) {
        Map<By, List<Snapshot>> byView = new LinkedHashMap<>();
        for (By view : views) newest(standing, view).ifPresent(newest -> byView.put(view, standing.stream().filter(one -> one.view() == view && one.key().equals(newest.key())).toList()));
        Map<String, Line> lines = new LinkedHashMap<>();
        byView.forEach((view, taken) -> {
            Instrument latest = taken.get(taken.size() - 1).instrument();
            for (Item item : latest.items()) {
                List<Said> said = said(item, latest, taken);
                if (!item.kind().isPicked() || said.isEmpty()) continue;
                Line line = lines.computeIfAbsent(item.concept(), any -> new Line(item.ask(), new ArrayList<>()));
                line.views().add(new View(view.words(), said));
            }
        });
        return List.copyOf(lines.values());
    }

    private static Optional<Snapshot> newest(List<Snapshot> standing, By view) {
        return standing.stream().filter(one -> one.view() == view).reduce((older, newer) -> newer);
    }

    private static List<Said> said(Item item, Instrument latest, List<Snapshot> taken) {
        List<Said> said = new ArrayList<>();
        for (Snapshot one : taken) {
            String words = one.answers().sheet().beside(item, latest).orElse(Missing.NOT_ASKED.words());
            if (words.equals(Missing.NOT_ASKED.words())) continue;
            boolean changed = !said.isEmpty() && !said.get(said.size() - 1).words().equals(words);
            said.add(new Said(one.stage().words() + ", " + one.on().format(DAY), words, changed));
        }
        return said;
    }

    SnapshotPage one(UUID caseId, UUID id) {
        CaseLooks.Look look = looks.look(caseId);
        List<Snapshot> all = outcomes.of(look.id());
        Snapshot snapshot = among(all, id);
        return page(look, all, snapshot, snapshot.answers().sheet(), snapshot.answers().revision(), null, new Problems());
    }

    /** A draft as it was typed. */
    SnapshotPage typed(UUID caseId, UUID id, AnswerSheet sheet, int revision, @Nullable Response theirs, Problems problems) {
        CaseLooks.Look look = looks.look(caseId);
        List<Snapshot> all = outcomes.of(look.id());
        return page(look, all, among(all, id), sheet, revision, theirs == null ? null : theirs.sheet(), problems);
    }

    private static Snapshot among(List<Snapshot> all, UUID id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("snapshot", id));
    }

    private SnapshotPage page(CaseLooks.Look look, List<Snapshot> all, Snapshot snapshot, AnswerSheet sheet, int revision, @Nullable AnswerSheet theirs, Problems problems) {
        Stream<Snapshot> older = all.stream().filter(Snapshot::stands).filter(one -> one.key().equals(snapshot.key()) && !one.id().equals(snapshot.id()) && !one.on().isAfter(snapshot.on()));
        Snapshot before = older.reduce((first, second) -> second).orElse(null);
        return new SnapshotPage(look.id().id(), look.who(), snapshot, organisations.nameOf(snapshot.by()), sheet, revision, before == null ? null : before.answers().sheet(), before == null ? null : Times.say(before.on()), theirs, problems);
    }
}
