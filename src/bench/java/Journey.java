import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.alongside.operator.DatabaseUrl;
import org.alongside.operator.EmbeddedDatabase;
import org.alongside.shared.KeyFile;
import org.alongside.shared.Seal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Find, refer and open a case over HTTP, each beside bare SQL: the very statements the application sent for one such visit, taken from the server's log and
 * sent again by JDBC with nothing in between. Both sides take turns in the same run, on the same database. Run by bin/bench journey.
 */
class Journey {
    private static final int CLIENTS = 4, ROUNDS = 3;
    private static final Pattern EXECUTED = Pattern.compile("(?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'((?:[^']++|'')*+)')");
    private static final Pattern RECEIVER = Pattern.compile("<input[^>]*name=\"receiver\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern SERVICE = Pattern.compile("/services/([0-9a-f-]{36})");
    private static final Pattern CASE = Pattern.compile("/desk/cases/[0-9a-f-]{36}");

    /** What the application does by itself, whoever visits. */
    private static final Pattern POLL = Pattern.compile("(?i)^(select|update|delete).*scheduled_tasks|^select pg_snapshot_xmin|^delete from organisations\\.spring_session where expiry_time|^rollback", Pattern.DOTALL);

    /** What a visitor in Westermouth, a man who looks for a support worker, is shown, asked of the database: for find, which sends no statement of its own. */
    private static final List<Sent> FIND = List.of(new Sent("BEGIN", List.of()), new Sent("select set_config('alongside.actor', 'PUBLIC', true)", List.of()), new Sent("""
            select s.id, s.name, e.name as organisation, s.summary, s.languages, (select json_agg(w order by w.position)::text from directory.way_in w where w.service_id = s.id) as ways, s.refer_self, s.receiving_organisation_id, s.invented, s.assured_on,
                   (select json_agg(p order by p.position)::text from directory.service_part p where p.service_id = s.id) as parts
              from directory.service s join directory.organisation_entry e on e.id = s.organisation_entry_id
             where s.published and s.serves && '{UK,ENGLAND,ZZ,ZZ1,Westermouth}'
               and exists (select from directory.service_part p where p.service_id = s.id and p.kind in ('OUTREACH', 'ADVOCACY') and not p.does_not @> '{MEN}')
             order by s.name""", List.of()), new Sent("COMMIT", List.of()));

    /** One statement as the server logged it: $1 ... in the text, values as text. */
    record Sent(String sql, List<String> values) {}

    /** What one side did: how often, how long each took in microseconds, and the processor time of both programs in seconds. */
    record Figures(Histogram micros, double seconds, double application, double database) {
        double perSecond() {
            return micros.getTotalCount() / seconds;
        }
    }

    private final AtomicInteger visitors = new AtomicInteger();
    private final Running house;

    public static void main(String[] arguments) throws Exception {
        List<String> flags = List.of(arguments).subList(2, arguments.length);
        new Journey(new Running(arguments[0], flags, Map.of())).run(Integer.parseInt(arguments[1]), flags);
        System.exit(0);
    }

    Journey(Running house) {
        this.house = house;
    }

    private void run(int seconds, List<String> flags) throws Exception {
        String session = house.signIn("mina@harbour.example");
        String theCase = found(CASE, house.get("/desk/cases?list=mine", session, 0).body());

        System.out.printf("%nEmbedded PostgreSQL 17 as bin/start runs it (fsync on), application with %s, %d clients, %d rounds of %d s a side, load before: %s%n",
                String.join(" ", flags), CLIENTS, ROUNDS, seconds, Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        System.out.printf("%-8s %-14s %10s %10s %10s %12s %12s%n", "", "", "visits/s", "p50 ms", "p99 ms", "app CPU ms", "SQL CPU ms");
        mustFindTheSame();
        compare("find", seconds, () -> find(visitors.incrementAndGet()), "answers come from memory, so the bare SQL is ours: services, parts and words for the same question, without hours, distance or order of welcome; bound by the application's processor time");
        compare("refer", seconds, () -> refer(visitors.incrementAndGet()), "each request reads the draft anew and most end in a commit on the disk; bound by the processors of this machine, two thirds of it the application's");
        compare("case", seconds, () -> Running.must(200, house.get(theCase, session, 0)), "bound by the application's processor time (rendering, session); one commit, because the look is written down");
    }

    /** A faster wrong answer is no answer. */
    private void mustFindTheSame() throws Exception {
        Set<String> shown = new HashSet<>(), asked = new HashSet<>();
        Matcher links = SERVICE.matcher(find(visitors.incrementAndGet()));
        while (links.find()) shown.add(links.group(1));
        DatabaseUrl app = house.database.app("alongside");
        try (Connection connection = DriverManager.getConnection(app.jdbc(), app.user(), app.password()); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(FIND.get(1).sql);
            try (var rows = statement.executeQuery(FIND.get(2).sql)) {
                while (rows.next()) asked.add(rows.getString("id"));
            }
        }
        if (shown.isEmpty() || !shown.equals(asked)) throw new IllegalStateException("The page shows " + shown + ", bare SQL finds " + asked);
    }

    void compare(String name, int seconds, Callable<?> visit, String bound) throws Exception {
        for (int i = 0; i < 20; i++) visit.call();
        long before = house.requests.get();
        visit.call();
        long each = house.requests.get() - before;
        List<Sent> one = written(visit), other = written(visit);
        for (int tries = 0; tries < 5 && !texts(one).equals(texts(other)); tries++) {
            one = other;
            other = written(visit);
        }
        if (one.isEmpty()) one = other = FIND;
        Replay replay = new Replay(one, other);
        measure(visit, Math.max(2, seconds / 2));
        List<Figures> ours = new ArrayList<>(), bare = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(measure(visit, seconds));
            bare.add(measureBare(replay, seconds));
        }
        Figures application = together(ours);
        print(name, "application", application);
        long commits = one.stream().filter(sent -> sent.sql.equalsIgnoreCase("commit")).count();
        System.out.printf(Locale.ROOT, "         a visit is %d requests (%.0f a second), %d statements and %d transactions", each, application.perSecond() * each, one == FIND ? 0 : one.size(), one == FIND ? 0 : commits);
        Figures sql = together(bare);
        System.out.println();
        print("", "bare SQL", sql);
        System.out.printf("         ratio %.2f of bare SQL (rounds: %s)%n         %s%n", application.perSecond() / sql.perSecond(),
                Stream.iterate(0, i -> i + 1).limit(ROUNDS).map(i -> String.format(Locale.ROOT, "%.2f", ours.get(i).perSecond() / bare.get(i).perSecond())).toList(), bound);
    }

    private static void print(String name, String side, Figures figures) {
        double visits = figures.micros.getTotalCount();
        System.out.printf(Locale.ROOT, "%-8s %-14s %10.1f %10.2f %10.2f %12.2f %12.2f%n", name, side, figures.perSecond(), figures.micros.getValueAtPercentile(50) / 1000.0, figures.micros.getValueAtPercentile(99) / 1000.0,
                figures.application * 1000 / visits, figures.database * 1000 / visits);
    }

    static Figures together(List<Figures> rounds) {
        Histogram all = new Histogram(3);
        rounds.forEach(round -> all.add(round.micros));
        return new Figures(all, rounds.stream().mapToDouble(Figures::seconds).sum(), rounds.stream().mapToDouble(Figures::application).sum(), rounds.stream().mapToDouble(Figures::database).sum());
    }

    private Figures measure(Callable<?> visit, int seconds) throws Exception {
        return measure(seconds, () -> visit);
    }

    private Figures measureBare(Replay replay, int seconds) throws Exception {
        DatabaseUrl app = house.database.app("alongside");
        house.asSuperuser("create table public.asked as select task_name, task_instance from access.scheduled_tasks");
        List<Connection> connections = new ArrayList<>();
        try {
            return measure(seconds, () -> {
                Connection connection = DriverManager.getConnection(app.jdbc(), app.user(), app.password());
                synchronized (connections) {
                    connections.add(connection);
                }
                return () -> {
                    replay.send(connection);
                    return null;
                };
            });
        } finally {
            for (Connection connection : connections) connection.close();
            // The jobs that bare SQL asked for are not the application's to do while it is measured.
            house.asSuperuser("delete from access.scheduled_tasks where (task_name, task_instance) not in (select task_name, task_instance from public.asked); drop table public.asked");
        }
    }

    private Figures measure(int seconds, Callable<Callable<?>> client) throws Exception {
        return measure(house, CLIENTS, seconds, client);
    }

    static Figures measure(Running house, int clients, int seconds, Callable<Callable<?>> client) throws Exception {
        Histogram micros = new ConcurrentHistogram(3);
        List<Throwable> failed = new ArrayList<>();
        double application = Running.processorSeconds(Stream.of(house.application.toHandle())), postgres = Running.processorSeconds(house.postgres());
        long began = System.nanoTime(), end = began + Duration.ofSeconds(seconds).toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Thread thread = new Thread(() -> {
                try {
                    Callable<?> visit = client.call();
                    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                        visit.call();
                        micros.recordValue((System.nanoTime() - now) / 1000);
                    }
                } catch (Exception broken) {
                    synchronized (failed) {
                        failed.add(broken);
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) thread.join();
        if (!failed.isEmpty()) throw new IllegalStateException("A visit failed, so nothing was measured", failed.get(0));
        return new Figures(micros, (System.nanoTime() - began) / 1e9, Running.processorSeconds(Stream.of(house.application.toHandle())) - application, Running.processorSeconds(house.postgres()) - postgres);
    }

    /** Sends what was written down. A value that differs between two visits is made anew for each, the same one wherever it stood; times and sealed bytes stay. */
    static final class Replay {
        private final List<Sent> statements;
        private final Set<String> fresh = new HashSet<>();

        Replay(List<Sent> one, List<Sent> other) {
            if (!texts(one).equals(texts(other))) throw new IllegalStateException("Two visits of the same kind sent different statements");
            statements = one;
            for (int i = 0; i < one.size(); i++) {
                for (int j = 0; j < one.get(i).values.size(); j++) {
                    String value = one.get(i).values.get(j);
                    if (value != null && !value.equals(other.get(i).values.get(j)) && !value.matches("\\d{4}-\\d{2}-\\d{2} .*|\\d{1,9}|1[78]\\d{11}|\\{.*|\\\\x.*")) fresh.add(value);
                }
            }
        }

        void send(Connection connection) throws SQLException {
            Map<String, String> made = new HashMap<>();
            for (Sent sent : statements) {
                if (sent.sql.toUpperCase(Locale.ROOT).startsWith("BEGIN")) connection.setAutoCommit(false);
                else if (sent.sql.equalsIgnoreCase("COMMIT")) {
                    connection.commit();
                    connection.setAutoCommit(true);
                } else {
                    execute(connection, sent, made);
                }
            }
        }

        private void execute(Connection connection, Sent sent, Map<String, String> made) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sent.sql.replaceAll("\\$\\d+", "?"))) {
                for (int i = 0; i < sent.values.size(); i++) {
                    String value = sent.values.get(i);
                    statement.setObject(i + 1, value != null && fresh.contains(value) ? made.computeIfAbsent(value, Replay::another) : value, Types.OTHER);
                }
                if (statement.execute()) {
                    try (var rows = statement.getResultSet()) {
                        int columns = rows.getMetaData().getColumnCount();
                        while (rows.next()) for (int column = 1; column <= columns; column++) rows.getObject(column);
                    }
                }
            }
        }

        /** Another value of the same shape. */
        private static String another(String value) {
            if (value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) return UUID.randomUUID().toString();
            if (value.matches("-?\\d+")) return String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000_000_000L));
            String letters = value.matches("[0-9a-f]+") ? "0123456789abcdef" : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
            StringBuilder text = new StringBuilder();
            while (text.length() < value.length()) text.append(letters.charAt(ThreadLocalRandom.current().nextInt(letters.length())));
            return text.toString();
        }
    }

    private static List<String> texts(List<Sent> all) {
        return all.stream().map(Sent::sql).toList();
    }

    /** The statements the application sends for one visit, without those of its own jobs. */
    private List<Sent> written(Callable<?> visit) throws Exception {
        logStatements(true);
        long from = house.size();
        visit.call();
        Thread.sleep(500);
        logStatements(false);
        Map<String, List<Sent>> sessions = new HashMap<>();
        List<List<Sent>> transactions = new ArrayList<>();
        for (String line : Files.readString(house.newestLog()).substring((int) from).split("\n")) {
            JsonNode entry = JsonMapper.shared().readTree(line);
            Matcher executed = EXECUTED.matcher(entry.path("message").asString(""));
            if (!"alongside_app".equals(entry.path("user").asString("")) || !executed.matches() || executed.group(1).isBlank()) continue;
            List<Sent> open = sessions.computeIfAbsent(entry.path("session_id").asString(), id -> new ArrayList<>());
            Sent sent = new Sent(executed.group(1), values(entry.path("detail").asString("")));
            if (sent.sql.toUpperCase(Locale.ROOT).startsWith("BEGIN") || open.isEmpty()) transactions.add(replaced(sessions, entry, open));
            sessions.get(entry.path("session_id").asString()).add(sent);
            if (sent.sql.equalsIgnoreCase("COMMIT") || sent.sql.equalsIgnoreCase("ROLLBACK")) sessions.put(entry.path("session_id").asString(), new ArrayList<>());
        }
        return transactions.stream().filter(all -> all.stream().noneMatch(sent -> sent.values.contains("JOB") || POLL.matcher(sent.sql).find())).flatMap(List::stream).toList();
    }

    private static List<Sent> replaced(Map<String, List<Sent>> sessions, JsonNode entry, List<Sent> open) {
        List<Sent> fresh = open.isEmpty() ? open : new ArrayList<>();
        sessions.put(entry.path("session_id").asString(), fresh);
        return fresh;
    }

    private static List<String> values(String detail) {
        List<String> values = new ArrayList<>();
        for (Matcher one = PARAMETER.matcher(detail); one.find(); ) values.add(one.group(2).equals("NULL") ? null : one.group(3).replace("''", "'"));
        return values;
    }

    private void logStatements(boolean on) throws Exception {
        house.asSuperuser("alter system set log_statement = '" + (on ? "all" : "none") + "'");
        house.asSuperuser("select pg_reload_conf()");
        Thread.sleep(300);
    }

    private String find(int visitor) throws IOException, InterruptedException {
        HttpResponse<String> asked = house.post("/find", "", visitor, "gender=MEN&need=SUPPORT_WORKER&where=Westermouth");
        String cookie = String.join("; ", asked.headers().allValues("set-cookie").stream().map(header -> header.split(";")[0]).toList());
        return Running.must(200, house.get(Running.to(asked), cookie, visitor));
    }

    private String refer(int visitor) throws IOException, InterruptedException {
        HttpResponse<String> answer = house.post("/refer", "", visitor, "asking=MYSELF");
        String cookie = answer.headers().allValues("set-cookie").stream().map(header -> header.split(";")[0]).findFirst().orElse("");
        String at = Running.to(answer);
        for (int step = 0; step < 40 && !at.equals("/refer/check"); step++) {
            String page = Running.must(200, house.get(at, cookie, visitor));
            String body = at.equals("/refer/how") ? "channels=NONE" : at.equals("/refer/where") ? "receiver=" + found(RECEIVER, page) : at.equals("/refer/name") ? "given-name=Sam" : at.equals("/refer/story") ? "words=" + Running.form("I am afraid at home.") : "skip=yes";
            at = Running.to(house.post(at, cookie, visitor, body));
        }
        Running.must(200, house.get(at, cookie, visitor));
        String done = Running.to(house.post("/refer/check", cookie, visitor, ""));
        if (!done.equals("/refer/done")) throw new IOException("not sent: " + done);
        return Running.must(200, house.get(done, cookie, visitor));
    }

    private static String found(Pattern pattern, String page) throws IOException {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) throw new IOException("not on the page: " + pattern);
        return matcher.group(matcher.groupCount());
    }
}
