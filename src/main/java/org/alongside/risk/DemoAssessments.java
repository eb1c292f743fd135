package org.alongside.risk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.DemoCases;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instruments;
import org.alongside.messages.Messages;
import org.alongside.organisations.DemoWorkers;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Assessments of the demo cases: one high and fresh, one looked at twice, one overdue, one still a draft. */
@Component
class DemoAssessments implements DemoTown {
    private final Cases cases;
    private final Instruments instruments;
    private final Organisations organisations;
    private final Messages messages;
    private final AssessmentRows rows;
    private final Triggers triggers;
    private final Packs packs;
    private final Levels levels;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoAssessments(Cases cases, Instruments instruments, Organisations organisations, Messages messages, AssessmentRows rows, Triggers triggers, Packs packs, Levels levels, AuditTrail audit, JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        this.cases = cases;
        this.instruments = instruments;
        this.organisations = organisations;
        this.messages = messages;
        this.rows = rows;
        this.triggers = triggers;
        this.packs = packs;
        this.levels = levels;
        this.audit = audit;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public void plant() {
        assess(22, TOM_DUTY_WORKER, DemoCases.DANIEL, RiskLevel.RAISED, "Things are thrown at him and he is locked out at night. He thinks of leaving, and the girls are there.", "That he will lose his daughters.", 21, null,
                "safe-to-talk", "yes", "harm-where", "away", "injured", "no", "weapon", "no", "children-now", "no", "who", "partner", "home", "same-home", "separation", "yes", "worse", "yes", "neck", "no", "control", "yes", "control-how", "She takes his keys and decides who visits.", "identity", "yes", "n.identity", "“Who would believe a man your size?”");
        grid(38, "body", "severe", "body-way", "more", "control", "severe", "control-way", "same", "belittling", "heavy", "belittling-way", "same", "following", "heavy", "following-way", "more", "money", "heavy", "money-way", "same", "children", "some");
        assess(38, MINA_SUPPORT_WORKER, DemoCases.SOFIA, RiskLevel.HIGH, "She left on Sunday. He has hurt her neck before, and is looking for her and the children.", "That he finds the school.", 7, null,
                "safe-to-talk", "yes", "harm-where", "nearby", "injured", "no", "weapon", "no", "children-now", "yes", "children-safe", "With her at a friend’s.", "who", "partner", "home", "not-known", "separation", "yes", "neck", "yes", "neck-after", "yes", "threats-to-kill", "yes", "threats-believed", "Yes. He said it quietly.", "stalking", "yes", "children", "2", "children-harm", "~NOT_SAFE_TO_ASK", "suicide-other", "yes");
        grid(19, "body", "none", "control", "some", "control-way", "less", "following", "heavy", "following-way", "less", "money", "heavy", "money-way", "same", "children", "heavy", "children-way", "more");
        assess(19, MINA_SUPPORT_WORKER, DemoCases.SOFIA, RiskLevel.RAISED, "A temporary flat he does not know. He has stopped ringing her sister. The school has a plan.", "That he finds the school.", 28, TOM_DUTY_WORKER,
                "safe-to-talk", "yes", "harm-where", "away", "injured", "no", "weapon", "no", "children-now", "yes", "who", "ex-partner", "home", "not-known", "separation", "yes", "neck", "yes", "neck-after", "yes", "threats-to-kill", "yes", "stalking", "no", "children", "2", "suicide-other", "~DONT_KNOW");
        look(18, TOM_DUTY_WORKER, DemoCases.SOFIA, "Read it with Mina. The move changes things. Back to high at once if he turns up anywhere.");
        assess(10, MINA_SUPPORT_WORKER, DemoCases.CALLUM, RiskLevel.STANDARD, "Control and threats to tell his family. No violence so far. He is safe to talk at work.", "That his dad hears it from Lewis.", 60, null,
                "safe-to-talk", "yes", "who", "partner", "home", "same-home", "control", "yes", "technology", "yes", "technology-ways", "phone-checked", "identity", "yes", "suicide-self", "~DECLINED", "alone", "yes");
        Actor.Worker mina = DemoWorkers.at(MINA_SUPPORT_WORKER);
        Acting.as(mina, () -> transaction.executeWithoutResult(status -> levels.raise(DemoCases.CALLUM, UUID.randomUUID(), RiskLevel.RAISED, "Lewis found the message to Callum’s sister and kept him up all night. Callum thinks of leaving on Sunday.", mina)));
        begin(1, MINA_SUPPORT_WORKER, DemoCases.JESS, "safe-to-talk", "yes", "harm-where", "nearby", "happening-now", "no", "who", "ex-partner", "stalking", "yes", "stalking-ways", "following");
    }

    /** How heavy each kind of harm is, asked beside Sofia's assessment of that day. */
    private void grid(int days, String... answers) {
        at(days, MINA_SUPPORT_WORKER, (then, me) -> {
            then.begin(DemoCases.SOFIA, me);
            UUID pack = then.ask(DemoCases.SOFIA, "severity-grid", me);
            packs.save(DemoCases.SOFIA, pack, 0, sheetOf("severity-grid", answers), me);
        });
    }

    private void assess(int days, WorkerId by, CaseId id, RiskLevel level, String reason, String fears, int reviewAfter, @Nullable WorkerId second, String... answers) {
        at(days, by, (then, me) -> {
            then.begin(id, me);
            then.complete(id, 0, sheet(answers), fears, new Judgement(level, reason, reviewOn(days, reviewAfter), second), me);
        });
    }

    private LocalDate reviewOn(int days, int reviewAfter) {
        return Times.day(clock.instant().minus(Duration.ofDays(days))).plusDays(reviewAfter);
    }

    private void begin(int days, WorkerId by, CaseId id, String... answers) {
        at(days, by, (then, me) -> {
            then.begin(id, me);
            then.save(id, 0, sheet(answers), DraftWords.NONE, me);
        });
    }

    private void look(int days, WorkerId by, CaseId id, String words) {
        at(days, by, (then, me) -> then.lookAgain(rows.finished(id).get(0).id(), true, words, me));
    }

    private AnswerSheet sheet(String... answers) {
        return sheetOf(RiskAssessments.INSTRUMENT, answers);
    }

    private AnswerSheet sheetOf(String instrument, String... answers) {
        Map<String, String[]> sent = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) sent.put(answers[i].contains(".") ? answers[i] : "a." + answers[i], new String[] {answers[i + 1]});
        return AnswerSheet.read(instruments.current(instrument), sent::get);
    }

    private interface Work {
        void with(RiskAssessments then, Actor.Worker me);
    }

    /** Does this as that worker, as if it were so many days ago. */
    private void at(int days, WorkerId by, Work work) {
        Actor.Worker me = DemoWorkers.at(by);
        Instant then = clock.instant().minus(Duration.ofDays(days)).plus(Duration.ofHours(1));
        RiskAssessments assessments = new RiskAssessments(cases, instruments, organisations, messages, rows, triggers, packs, levels, audit, sql, Clock.fixed(then, java.time.ZoneOffset.UTC));
        Acting.as(me, () -> transaction.executeWithoutResult(status -> work.with(assessments, me)));
    }
}
