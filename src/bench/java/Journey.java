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
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'((?:[^']|'')*)')");
    private static final Pattern RECEIVER = Pattern.compile("<input[^>]*name=\"receiver\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern CASE = Pattern.compile("/desk/cases/[0-9a-f-]{36}");

    /** What the application does by itself, whoever visits. */
    private static final Pattern POLL = Pattern.compile("(?i)^(select|update|delete).*scheduled_tasks|^delete from organisations\\.spring_session where expiry_time|^rollback", Pattern.DOTALL);

    /** One statement as the server logged it: $1 ... in the text, values as text. */
    record Sent(String sql, List<String> values) {}

    /** What one side did: how often, how long each took in microseconds, and the processor time of both programs in seconds. */
    record Figures(Histogram micros, double seconds, double application, double database) {
        double perSecond() {
            return micros.getTotalCount() / seconds;
        }
    }

    private final Path folder;
    private final int port = free(), management = free();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AtomicInteger visitors = new AtomicInteger();
    private final AtomicLong requests = new AtomicLong();
    private final String jar;
    private EmbeddedDatabase database;
    private Process application;

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("alongside-bench");
        Journey journey = new Journey(folder, arguments[0]);
        Runtime.getRuntime().addShutdownHook(new Thread(journey::cleanUp));
        journey.run(Integer.parseInt(arguments[1]), List.of(arguments).subList(2, arguments.length));
        System.exit(0);
    }

    Journey(Path folder, String jar) throws IOException {
        this.folder = folder;
        this.jar = jar;
    }

    private void run(int seconds, List<String> flags) throws Exception {
        Seal seal = new Seal(KeyFile.create(folder.resolve("bench.key")));
        // The log is on while one visit of each kind is written down, and off while anything is measured.
        database = EmbeddedDatabase.start(folder.resolve("postgres"), seal, Map.of("logging_collector", "on", "log_destination", "jsonlog", "log_directory", folder.resolve("log").toString(), "log_min_duration_statement", "-1"));
        startApplication(flags);
        String session = signIn();
        String theCase = found(CASE, get("/desk/cases?list=mine", session, 0).body());

        System.out.printf("%nEmbedded PostgreSQL 17 as bin/start runs it (fsync on), application with %s, %d clients, %d rounds of %d s a side, load before: %s%n",
                String.join(" ", flags), CLIENTS, ROUNDS, seconds, Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        System.out.printf("%-8s %-14s %10s %10s %10s %12s %12s%n", "", "", "visits/s", "p50 ms", "p99 ms", "app CPU ms", "SQL CPU ms");
        compare("find", seconds, () -> find(visitors.incrementAndGet()), "answers come from memory: the application sends nothing, so there is no bare SQL; bound by the application's processor time");
        compare("refer", seconds, () -> refer(visitors.incrementAndGet()), "each request reads the draft anew and most end in a commit on the disk; bound by the processors of this machine, two thirds of it the application's");
        compare("case", seconds, () -> must(200, get(theCase, session, 0)), "bound by the application's processor time (rendering, session); one commit, because the look is written down");
    }

    private void compare(String name, int seconds, Callable<?> visit, String bound) throws Exception {
        for (int i = 0; i < 20; i++) visit.call();
        long before = requests.get();
        visit.call();
        long each = requests.get() - before;
        List<Sent> one = written(visit), other = written(visit);
        for (int tries = 0; tries < 5 && !texts(one).equals(texts(other)); tries++) {
            one = other;
            other = written(visit);
        }
        Replay replay = new Replay(one, other);
        measure(visit, Math.max(2, seconds / 2));
        List<Figures> ours = new ArrayList<>(), bare = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(measure(visit, seconds));
            if (!one.isEmpty()) bare.add(measureBare(replay, seconds));
        }
        Figures application = together(ours);
        print(name, "application", application);
        long commits = one.stream().filter(sent -> sent.sql.equalsIgnoreCase("commit")).count();
        System.out.printf(Locale.ROOT, "         a visit is %d requests (%.0f a second), %d statements and %d transactions", each, application.perSecond() * each, one.size(), commits);
        if (bare.isEmpty()) {
            System.out.printf("%n         %s%n", bound);
            return;
        }
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

    private static Figures together(List<Figures> rounds) {
        Histogram all = new Histogram(3);
        rounds.forEach(round -> all.add(round.micros));
        return new Figures(all, rounds.stream().mapToDouble(Figures::seconds).sum(), rounds.stream().mapToDouble(Figures::application).sum(), rounds.stream().mapToDouble(Figures::database).sum());
    }

    private Figures measure(Callable<?> visit, int seconds) throws Exception {
        return measure(seconds, () -> visit);
    }

    private Figures measureBare(Replay replay, int seconds) throws Exception {
        DatabaseUrl app = database.app("alongside");
        asSuperuser("create table public.asked as select task_name, task_instance from access.scheduled_tasks");
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
            asSuperuser("delete from access.scheduled_tasks where (task_name, task_instance) not in (select task_name, task_instance from public.asked); drop table public.asked");
        }
    }

    private Figures measure(int seconds, Callable<Callable<?>> client) throws Exception {
        Histogram micros = new ConcurrentHistogram(3);
        List<Throwable> failed = new ArrayList<>();
        double application = processorSeconds(Stream.of(this.application.toHandle())), postgres = processorSeconds(postgres());
        long began = System.nanoTime(), end = began + Duration.ofSeconds(seconds).toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
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
        return new Figures(micros, (System.nanoTime() - began) / 1e9, processorSeconds(Stream.of(this.application.toHandle())) - application, processorSeconds(postgres()) - postgres);
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
                    if (value != null && !value.equals(other.get(i).values.get(j)) && !value.matches("\\d{4}-\\d{2}-\\d{2} .*|\\d{1,9}|1[78]\\d{11}|\\\\x.*")) fresh.add(value);
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
        long from = size();
        visit.call();
        Thread.sleep(500);
        logStatements(false);
        Map<String, List<Sent>> sessions = new HashMap<>();
        List<List<Sent>> transactions = new ArrayList<>();
        for (String line : Files.readString(newestLog()).substring((int) from).split("\n")) {
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
        asSuperuser("alter system set log_statement = '" + (on ? "all" : "none") + "'");
        asSuperuser("select pg_reload_conf()");
        Thread.sleep(300);
    }

    private void asSuperuser(String sql) throws SQLException {
        DatabaseUrl superuser = database.superuser("alongside");
        try (Connection connection = DriverManager.getConnection(superuser.jdbc(), superuser.user(), superuser.password()); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long size() throws IOException {
        return Files.readString(newestLog()).length();
    }

    private Path newestLog() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("log"))) {
            return files.filter(file -> file.toString().endsWith(".json")).max(Comparator.comparing(file -> file.toFile().lastModified())).orElseThrow();
        }
    }

    private String find(int visitor) throws IOException, InterruptedException {
        HttpResponse<String> asked = post("/find", "", visitor, "gender=man&need=helpline&where=Westermouth");
        String cookie = String.join("; ", asked.headers().allValues("set-cookie").stream().map(header -> header.split(";")[0]).toList());
        return must(200, get(to(asked), cookie, visitor));
    }

    private String refer(int visitor) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/refer", "", visitor, "asking=MYSELF");
        String cookie = answer.headers().allValues("set-cookie").stream().map(header -> header.split(";")[0]).findFirst().orElse("");
        String at = to(answer);
        for (int step = 0; step < 40 && !at.equals("/refer/check"); step++) {
            String page = must(200, get(at, cookie, visitor));
            String body = at.equals("/refer/how") ? "channels=NONE" : at.equals("/refer/where") ? "receiver=" + found(RECEIVER, page) : at.equals("/refer/name") ? "given-name=Sam" : at.equals("/refer/story") ? "words=" + form("I am afraid at home.") : "skip=yes";
            at = to(post(at, cookie, visitor, body));
        }
        must(200, get(at, cookie, visitor));
        String done = to(post("/refer/check", cookie, visitor, ""));
        if (!done.equals("/refer/done")) throw new IOException("not sent: " + done);
        return must(200, get(done, cookie, visitor));
    }

    private String signIn() throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/desk/sign-in", "", 0, "email=" + form("mina@harbour.example") + "&password=westermouth");
        return answer.headers().allValues("set-cookie").stream().map(header -> header.split(";")[0]).reduce((one, next) -> one + "; " + next).orElseThrow();
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String found(Pattern pattern, String page) throws IOException {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) throw new IOException("not on the page: " + pattern);
        return matcher.group(matcher.groupCount());
    }

    private static String to(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 3) throw new IOException("answered " + answer.statusCode());
        return URI.create(answer.headers().firstValue("location").orElse("")).getPath();
    }

    private static String must(int status, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != status) throw new IOException(answer.uri() + " answered " + answer.statusCode());
        return answer.body();
    }

    private HttpResponse<String> post(String path, String cookie, int visitor, String body) throws IOException, InterruptedException {
        return http.send(request(path, cookie, visitor).header("Content-Type", "application/x-www-form-urlencoded").header("Sec-Fetch-Site", "same-origin").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String cookie, int visitor) throws IOException, InterruptedException {
        return http.send(request(path, cookie, visitor).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Limits stay as they are: each visitor comes from a network of their own, told by the trusted proxy that this bench is. The worker comes from this machine. */
    private HttpRequest.Builder request(String path, String cookie, int visitor) {
        requests.incrementAndGet();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(20));
        if (visitor > 0) request.header("X-Forwarded-For", (11 + (visitor >> 16 & 63)) + "." + (visitor >> 8 & 255) + "." + (visitor & 255) + ".7");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private void startApplication(List<String> flags) throws Exception {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(flags);
        command.addAll(List.of("-jar", jar, "--alongside.demo=true"));
        ProcessBuilder start = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("application.log").toFile());
        start.environment().putAll(Map.of("PORT", String.valueOf(port), "MANAGEMENT_PORT", String.valueOf(management), "ALONGSIDE_DATA", folder.resolve("data").toString(), "TRUSTED_PROXIES", "127.0.0.1",
                "DATABASE_URL", url(database.app("alongside")), "DATABASE_OWNER_URL", url(database.owner("alongside"))));
        application = start.start();
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/actuator/health")).timeout(Duration.ofSeconds(10)).build();
        for (int i = 0; i < 1800 && application.isAlive(); i++) {
            try {
                if (http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (IOException starting) {
                // not yet
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The application does not start: " + Files.readString(folder.resolve("application.log")));
    }

    private static String url(DatabaseUrl url) {
        return url.jdbc() + "?user=" + url.user() + "&password=" + url.password();
    }

    private Stream<ProcessHandle> postgres() {
        try {
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0).strip())).orElseThrow();
            return Stream.concat(Stream.of(postmaster), postmaster.descendants());
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** User and system time of these processes and of their children that have ended, in seconds. Source: proc(5), clock ticks of 10 ms. */
    private static double processorSeconds(Stream<ProcessHandle> processes) {
        return processes.mapToDouble(process -> {
            try {
                String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                return (Long.parseLong(fields[11]) + Long.parseLong(fields[12]) + Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
            } catch (IOException ended) {
                return 0;
            }
        }).sum();
    }

    private void cleanUp() {
        if (application != null) application.destroyForcibly();
        if (database != null) database.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException leftBehind) {
            System.err.println("left behind: " + folder);
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
