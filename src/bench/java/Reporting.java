import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.alongside.access.DemoTown;
import org.alongside.operator.DatabaseUrl;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report of an evaluation with a million answers, over HTTP from the request to the last line of its page, beside the bare SQL that counts them: the
 * very statement the page sent, taken from the server's log and sent again by JDBC, behind the same row level security, every row read. Run by bin/bench evaluation.
 */
class Reporting {
    private static final String EVALUATION = "00000000-0000-4000-8000-0000000000be";
    private static final String COUNTS = "with person as materialized";
    private static final int ROUNDS = 9, QUESTIONS = 7, THOUGHTS = 5;

    public static void main(String[] arguments) throws Exception {
        int answers = Integer.parseInt(arguments[1]);
        List<String> flags = List.of(arguments).subList(2, arguments.length);
        Running house = new Running(arguments[0], flags, Map.of("shared_buffers", "256MB", "max_wal_size", "4GB", "log_rotation_size", "0"));
        int people = grow(house, answers);
        String lee = house.signIn("lee@harbour.example"), report = "/desk/evaluations/" + EVALUATION + "/report";
        String given = house.answer("select sum((select count(*) from unnest(answers) one where one > 0))::text from evaluation.sheet where evaluation_id = '" + EVALUATION + "'");
        Callable<String> page = () -> Running.must(200, house.get(report, lee, 0));
        for (int i = 0; i < 5; i++) page.call();

        DatabaseUrl app = house.database.app("alongside");
        List<Double> ours = new ArrayList<>(), bare = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(app.jdbc(), app.user(), app.password())) {
            connection.setAutoCommit(false);
            String counting = counting(house, page);
            for (int i = 0; i < 5; i++) bare(connection, counting);
            System.out.printf(Locale.ROOT, "%nEmbedded PostgreSQL 17, application with %s, %,d people, %s answers given, load before: %s%n", String.join(" ", flags), people, given, Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(millis(page));
                bare.add(millis(() -> bare(connection, counting)));
            }
        }
        System.out.printf(Locale.ROOT, "%-40s median %8.0f ms   %s%n", "the report, to its last line", median(ours), rounded(ours));
        System.out.printf(Locale.ROOT, "%-40s median %8.0f ms   %s%n", "bare SQL counts", median(bare), rounded(bare));
        System.out.printf(Locale.ROOT, "the report takes %.2f times as long (to reach: at most 3)%n", median(ours) / median(bare));
        System.exit(0);
    }

    /** People with sheets before and after, most of them also later and looking back; some at one time only; fixed seed. */
    private static int grow(Running house, int answers) throws Exception {
        int people = (int) (answers / (QUESTIONS * 0.95 + (QUESTIONS + THOUGHTS) * 0.95 + QUESTIONS * 0.6 + QUESTIONS * 0.5) / 0.93);
        System.out.printf(Locale.ROOT, "Writing the answers of %,d people ...%n", people);
        house.asSuperuser("""
                set session_replication_role = replica;
                select setseed(0.42);
                insert into evaluation.evaluation (id, organisation_id, title, about, identity, follow_up_months, looking_back, last_day, closes_on, planned_by, planned_at, closed_at)
                  select '%1$s', organisation_id, 'A million answers', 'x', identity, follow_up_months, looking_back, last_day, closes_on, planned_by, planned_at, closed_at from evaluation.evaluation where id = '00000000-0000-4000-8000-0000000000e1';
                insert into evaluation.question_set (evaluation_id, organisation_id, position, instrument_hash, cut) select '%1$s', organisation_id, position, instrument_hash, cut from evaluation.question_set where evaluation_id = '00000000-0000-4000-8000-0000000000e1';
                insert into evaluation.wave (evaluation_id, organisation_id, wave, code, taking) select '%1$s', organisation_id, wave, null, false from evaluation.wave where evaluation_id = '00000000-0000-4000-8000-0000000000e1';
                insert into evaluation.sheet (id, organisation_id, evaluation_id, pair, day, wave, entered, sector, answers)
                  select gen_random_uuid(), '%2$s', '%1$s', md5('pair' || person)::uuid, date '2026-01-01' + person %% 90, wave, 'SELF', (array['HOUSING', 'HEALTH', 'MENTAL_HEALTH', 'SOCIAL_CARE', 'POLICE', 'SCHOOLS', null])[1 + person %% 7],
                         (select array_agg(case when question > %3$d and wave <> 'AFTER' then null when random() < 0.05 then 0 when question > %3$d then 1 + floor(random() * 3) when wave = 'AFTER' then 2 + floor(random() * 4) else 1 + floor(random() * 5) end::smallint order by question)
                            from generate_series(1, %4$d) question)
                    from generate_series(1, %5$d) person, unnest(array['BEFORE', 'AFTER', 'FOLLOW_UP', 'LOOKING_BACK']) wave
                   where case wave when 'BEFORE' then person %% 20 > 0 when 'AFTER' then person %% 20 <> 1 when 'FOLLOW_UP' then person %% 10 < 6 else person %% 2 = 0 end;
                """.formatted(EVALUATION, DemoTown.HARBOUR_HOUSE.id(), QUESTIONS, QUESTIONS + THOUGHTS, people));
        house.asSuperuser("vacuum analyze");
        return people;
    }

    /** The statement that counts, as the page sent it, with its values in their places. */
    private static String counting(Running house, Callable<String> page) throws Exception {
        logStatements(house, "all");
        long from = house.size();
        page.call();
        Thread.sleep(500);
        String log = Files.readString(house.newestLog()).substring((int) from);
        logStatements(house, "none");
        for (String line : log.split("\n")) {
            String said = JsonMapper.shared().readTree(line).path("message").asString("");
            if (said.contains(COUNTS)) return said.substring(said.indexOf(COUNTS)).replaceAll("\\$1\\b", "'" + EVALUATION + "'::uuid").replaceAll("\\$2\\b", String.valueOf(QUESTIONS + THOUGHTS));
        }
        throw new IllegalStateException("the page did not count");
    }

    private static void logStatements(Running house, String which) throws Exception {
        house.asSuperuser("alter system set log_statement = '" + which + "'");
        house.asSuperuser("select pg_reload_conf()");
        Thread.sleep(500);
    }

    private static String bare(Connection connection, String counting) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('alongside.actor', 'WORKER', true), set_config('alongside.organisation', '" + DemoTown.HARBOUR_HOUSE.id() + "', true), set_config('alongside.worker', '" + DemoTown.LEE_TRAINER.id() + "', true), set_config('alongside.roles', 'TRAINER', true), set_config('work_mem', '64MB', true)");
            int rows = 0;
            try (ResultSet read = statement.executeQuery(counting)) {
                while (read.next()) rows += read.getInt("people") > 0 ? 1 : 0;
            }
            if (rows < QUESTIONS * 5) throw new IllegalStateException("only " + rows + " groups: the answers are not seen");
        } finally {
            connection.rollback();
        }
        return "";
    }

    private static double millis(Callable<String> what) throws Exception {
        long from = System.nanoTime();
        what.call();
        return (System.nanoTime() - from) / 1e6;
    }

    private static double median(List<Double> all) {
        List<Double> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static String rounded(List<Double> all) {
        return all.stream().map(Math::round).toList().toString();
    }
}
