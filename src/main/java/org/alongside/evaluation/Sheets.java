package org.alongside.evaluation;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.evaluation.SheetFile.Wrong;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Sector;
import org.alongside.shared.Times;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers as they come in: sent by whoever is asked, typed from paper, or from a file. */
@Component
public class Sheets {
    private static final String PLACE = "evaluation.comment.words";
    private final Seal seal;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sheets(Seal seal, AuditTrail audit, JdbcClient sql, JdbcTemplate batches, TransactionTemplate transaction, Clock clock) {
        this.seal = seal;
        this.audit = audit;
        this.sql = sql;
        this.batches = batches;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How sending went: taken, now or by a first press; there was an answer of this person already, which stays; or answers are not taken any more. */
    public enum Sent { TAKEN, ALREADY, NOT_TAKEN }

    /** One person's answers of one time on the way in. @param id made with the form, so that a second press finds the first @param looksBack what they say it was before, where that is asked */
    public record Sheet(UUID id, @Nullable UUID pair, LocalDate day, Answered answered, @Nullable Answered looksBack) {}

    /** What joins one person's sheets. @param card where they have one, {@code learner} where they answer by name. Empty where nothing may. NotFound when what is promised here needs it and it is missing. */
    public Optional<UUID> pair(Evaluation evaluation, @Nullable Card card, @Nullable UUID learner) {
        return switch (evaluation.identity()) {
            // Safety: without any link means without one, also for somebody who came by a link of their own.
            case UNLINKED -> Optional.empty();
            case TICKET -> Optional.of(Optional.ofNullable(card).orElseThrow(NotFound::new).pair(evaluation.id(), seal));
            case NAMED -> Optional.of(Optional.ofNullable(learner).orElseThrow(NotFound::new));
        };
    }

    /**
     * Takes what somebody sent. Called outside a transaction. The first answer stays: whoever finds a card, or types a wrong one, changes nobody's.
     * The day is kept and no moment, no address and no order.
     */
    public Sent send(Evaluation evaluation, Sheet sheet) {
        if (!evaluation.takes(sheet.answered().wave())) return Sent.NOT_TAKEN;
        try {
            transaction.executeWithoutResult(status -> put(evaluation, List.of(sheet), "SELF"));
            return Sent.TAKEN;
        } catch (DuplicateKeyException there) {
            return String.valueOf(there.getMessage()).contains("sheet_pkey") ? Sent.TAKEN : Sent.ALREADY;
        }
    }

    /** The day on which somebody answers now. */
    public LocalDate today() {
        return Times.day(clock.instant());
    }

    /** What was typed in just now, so that it can be taken back: the ids of all that was written. */
    public record Entered(List<UUID> ids) {
        public Entered {
            ids = List.copyOf(ids);
        }
    }

    /** Types in what somebody wrote on paper. Called outside a transaction. RuleBroken when this person answered already, or the evaluation is closed. */
    public Entered enter(Evaluation evaluation, Sheet sheet, Actor.Worker me) {
        me.mustBe(Evaluations.ROLES);
        mustBeOpen(evaluation);
        try {
            return new Entered(Objects.requireNonNull(transaction.execute(status -> put(evaluation, List.of(sheet), "PAPER"))));
        } catch (DuplicateKeyException there) {
            if (String.valueOf(there.getMessage()).contains("sheet_pkey")) return new Entered(List.of(sheet.id()));
            throw new RuleBroken("evaluation.answered-already", "There is an answer of this person for this time already. It stays. Look at the number again.");
        }
    }

    /** Takes back what was typed in just now. */
    public void takeBack(Evaluation evaluation, Entered entered, Actor.Worker me) {
        me.mustBe(Evaluations.ROLES);
        mustBeOpen(evaluation);
        UUID[] ids = entered.ids().toArray(UUID[]::new);
        transaction.executeWithoutResult(status -> {
            int gone = sql.sql("delete from evaluation.sheet where id = any (:ids) and evaluation_id = :evaluation and entered = 'PAPER'").param("ids", ids).param("evaluation", evaluation.id().id()).update();
            if (gone == 0) throw new NotFound("sheet", entered.ids().isEmpty() ? evaluation.id().id() : entered.ids().get(0));
            sql.sql("delete from evaluation.comment where id = any (:ids) and evaluation_id = :evaluation").param("ids", ids).param("evaluation", evaluation.id().id()).update();
        });
    }

    /** What became of a file. @param wrong why it was not taken; @param before whether it had been taken already */
    public record Taken(Map<Wave, Integer> sheets, List<Wrong> wrong, boolean before) {}

    /** Takes a file whole, or says what is wrong with it and takes nothing. The same file again finds itself. @param onlyLook whether it is only looked at */
    public Taken take(Evaluation evaluation, byte[] file, boolean onlyLook, Actor.Worker me) {
        me.mustBe(Evaluations.ROLES);
        mustBeOpen(evaluation);
        SheetFile read = SheetFile.read(evaluation, file, today(), seal);
        if (!read.wrong().isEmpty()) return new Taken(Map.of(), read.wrong(), false);
        Map<Wave, Integer> sheets = new EnumMap<>(Wave.class);
        read.sheets().forEach(sheet -> sheets.merge(sheet.answered().wave(), 1, Integer::sum));
        String hash = DigestUtils.sha256Hex(file);
        return Objects.requireNonNull(transaction.execute(status -> {
            UUID id = evaluation.id().id();
            sql.sql("select pg_advisory_xact_lock(hashtextextended(:hash, 5))").param("hash", hash).query((row, number) -> 0).list();
            if (!sql.sql("select 1 from evaluation.imported_file where evaluation_id = :id and file_hash = :hash").param("id", id).param("hash", hash).query(Integer.class).list().isEmpty()) return new Taken(sheets, List.of(), true);
            List<Wrong> there = there(evaluation, read.sheets());
            if (!there.isEmpty() || onlyLook) return new Taken(sheets, there, false);
            put(evaluation, read.sheets(), "IMPORTED");
            sql.sql("insert into evaluation.imported_file (evaluation_id, organisation_id, file_hash, sheets, imported_by, imported_at) values (:id, access.organisation(), :hash, :sheets, :me, :now)")
                    .param("id", id).param("hash", hash).param("sheets", read.sheets().size()).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
            audit.changed("evaluation", id, "answers taken from a file");
            return new Taken(sheets, List.of(), false);
        }));
    }

    /** Those of a file who answered already. */
    private List<Wrong> there(Evaluation evaluation, List<Sheet> sheets) {
        Set<String> known = new HashSet<>(sql.sql("select wave || '/' || pair from evaluation.sheet where evaluation_id = :id and pair = any (:pairs)").param("id", evaluation.id().id())
                .param("pairs", sheets.stream().map(Sheet::pair).filter(Objects::nonNull).toArray(UUID[]::new)).query(String.class).list());
        long again = sheets.stream().filter(sheet -> known.contains(sheet.answered().wave() + "/" + sheet.pair())).count();
        return again == 0 ? List.of() : List.of(new Wrong(0, "", again + " of these people have answered at the same time already, on the page, on paper or in another file. Take their lines out: what is there stays"));
    }

    /** How many sheets of this time were typed in for a day. */
    public int typed(EvaluationId evaluation, Wave wave, LocalDate day) {
        return Objects.requireNonNull(transaction.execute(status -> sql.sql("select count(*) from evaluation.sheet where evaluation_id = :id and wave = :wave and day = :day and entered = 'PAPER'")
                .param("id", evaluation.id()).param("wave", wave.name()).param("day", day).query(Integer.class).single()));
    }

    /** How many sheets there are of each time. @param pairs how many people have one both before and after */
    public record SoFar(Map<Wave, Integer> sheets, int pairs) {
        public int of(Wave wave) {
            return sheets.getOrDefault(wave, 0);
        }

        public int all() {
            return sheets.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private record InWave(Wave wave, int sheets, int pairs) {}

    /** For the pages of an evaluation that goes on: counts sheets and looks into none. */
    public SoFar soFar(EvaluationId evaluation) {
        List<InWave> waves = Objects.requireNonNull(transaction.execute(status -> sql.sql("""
                select wave, count(*) as sheets, count(*) filter (where wave = 'AFTER' and pair in (select pair from evaluation.sheet where evaluation_id = :id and wave = 'BEFORE')) as pairs
                  from evaluation.sheet where evaluation_id = :id group by wave
                """).param("id", evaluation.id()).query(InWave.class).list()));
        return new SoFar(waves.stream().collect(Collectors.toMap(InWave::wave, InWave::sheets)), waves.stream().mapToInt(InWave::pairs).sum());
    }

    /** Something written with the answers of one time. @param field of its question */
    public record Comment(Wave wave, String field, String words) {}

    /** What people wrote, in no order. For trainers and managers; it stands in no report. */
    public List<Comment> comments(EvaluationId evaluation) {
        return Objects.requireNonNull(transaction.execute(status -> sql.sql("select id, wave, item, words from evaluation.comment where evaluation_id = :id order by id limit 1000").param("id", evaluation.id())
                .query((row, number) -> new Comment(Wave.valueOf(row.getString("wave")), row.getString("item"), seal.openWords(row.getBytes("words"), PLACE, row.getObject("id", UUID.class)))).list()));
    }

    static void mustBeOpen(Evaluation evaluation) {
        if (evaluation.isClosed()) throw new RuleBroken("evaluation.closed", "This evaluation is closed. No more answers are taken.");
    }

    /** Writes sheets, in the transaction of whoever calls. @return the ids of all that was written */
    List<UUID> put(Evaluation evaluation, List<Sheet> sheets, String entered) {
        List<UUID> ids = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>(), words = new ArrayList<>();
        UUID organisation = evaluation.organisation().id(), its = evaluation.id().id();
        for (Sheet sheet : sheets) {
            rows.add(row(organisation, its, sheet.id(), sheet, sheet.answered(), entered));
            Answered back = sheet.looksBack();
            if (back != null && !back.isEmpty()) rows.add(row(organisation, its, UUID.randomUUID(), sheet, back, entered));
            sheet.answered().comments().forEach((field, text) -> {
                // Safety: words are kept apart from the answers they came with, and nothing leads from one to the other.
                UUID id = UUID.randomUUID();
                words.add(new Object[] {id, organisation, its, sheet.answered().wave().name(), field, seal.close(text, PLACE, id)});
            });
        }
        batches.batchUpdate("insert into evaluation.sheet (id, organisation_id, evaluation_id, pair, day, wave, entered, sector, answers) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows, 1000, Sheets::fill);
        batches.batchUpdate("insert into evaluation.comment (id, organisation_id, evaluation_id, wave, item, words) values (?, ?, ?, ?, ?, ?)", words, 1000, Sheets::fill);
        rows.forEach(row -> ids.add((UUID) row[0]));
        words.forEach(row -> ids.add((UUID) row[0]));
        return ids;
    }

    private static Object[] row(UUID organisation, UUID evaluation, UUID id, Sheet sheet, Answered answered, String entered) {
        Sector sector = sheet.answered().sector();
        return new Object[] {id, organisation, evaluation, sheet.pair(), sheet.day(), answered.wave().name(), entered, sector == null ? null : sector.name(), answered.places().toArray(Integer[]::new)};
    }

    private static void fill(PreparedStatement statement, Object[] row) throws SQLException {
        for (int at = 0; at < row.length; at++) {
            statement.setObject(at + 1, row[at] instanceof Integer[] places ? statement.getConnection().createArrayOf("int2", places) : row[at]);
        }
    }
}
