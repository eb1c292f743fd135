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
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.alongside.operator.DatabaseUrl;
import org.alongside.operator.EmbeddedDatabase;
import org.alongside.shared.KeyFile;
import org.alongside.shared.Seal;

/** The application with the demo town on a database of its own, whose log can be read. Gone when the program ends. */
class Running {
    final Path folder;
    final AtomicLong requests = new AtomicLong();
    final EmbeddedDatabase database;
    Process application;
    final int port = free();
    private final int management = free();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String jar;
    private final Map<String, String> environment;
    List<String> flags;

    /** @param settings of PostgreSQL, beside those that make it log as JSON */
    Running(String jar, List<String> flags, Map<String, String> settings) throws Exception {
        this(jar, flags, settings, Map.of());
    }

    Running(String jar, List<String> flags, Map<String, String> settings, Map<String, String> environment) throws Exception {
        this.environment = environment;
        this.folder = Files.createTempDirectory("alongside-bench");
        this.jar = jar;
        this.flags = flags;
        Runtime.getRuntime().addShutdownHook(new Thread(this::cleanUp));
        Map<String, String> all = new HashMap<>(Map.of("logging_collector", "on", "log_destination", "jsonlog", "log_directory", folder.resolve("log").toString(), "log_min_duration_statement", "-1"));
        all.putAll(settings);
        database = EmbeddedDatabase.start(folder.resolve("postgres"), new Seal(KeyFile.create(folder.resolve("bench.key"))), all);
        startApplication();
    }

    String signIn(String email) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/desk/sign-in", "", 0, "email=" + form(email) + "&password=westermouth");
        return answer.headers().allValues("set-cookie").stream().map(header -> header.split(";")[0]).reduce((one, next) -> one + "; " + next).orElseThrow();
    }

    static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String to(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 3) throw new IOException("answered " + answer.statusCode());
        return URI.create(answer.headers().firstValue("location").orElse("")).getPath();
    }

    static String must(int status, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != status) throw new IOException(answer.uri() + " answered " + answer.statusCode());
        return answer.body();
    }

    HttpResponse<String> post(String path, String cookie, int visitor, String body) throws IOException, InterruptedException {
        return http.send(request(path, cookie, visitor).header("Content-Type", "application/x-www-form-urlencoded").header("Sec-Fetch-Site", "same-origin").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String cookie, int visitor) throws IOException, InterruptedException {
        return http.send(request(path, cookie, visitor).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Limits stay as they are: each visitor comes from a network of their own, told by the trusted proxy that this bench is. The worker comes from this machine. */
    HttpRequest.Builder request(String path, String cookie, int visitor) {
        requests.incrementAndGet();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(20));
        if (visitor > 0) request.header("X-Forwarded-For", (11 + (visitor >> 16 & 63)) + "." + (visitor >> 8 & 255) + "." + (visitor & 255) + ".7");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    void startApplication() throws Exception {
        launch();
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

    /** For a browser, where pages are read as a visitor of this machine reads them. */
    String address() {
        return "http://localhost:" + port;
    }

    void launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(flags);
        command.addAll(List.of("-jar", jar, "--alongside.demo=true"));
        ProcessBuilder start = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("application.log").toFile());
        start.environment().putAll(Map.of("PORT", String.valueOf(port), "MANAGEMENT_PORT", String.valueOf(management), "ALONGSIDE_DATA", folder.resolve("data").toString(), "TRUSTED_PROXIES", "127.0.0.1",
                "DATABASE_URL", url(database.app("alongside")), "DATABASE_OWNER_URL", url(database.owner("alongside"))));
        start.environment().putAll(environment);
        application = start.start();
    }

    static String url(DatabaseUrl url) {
        return url.jdbc() + "?user=" + url.user() + "&password=" + url.password();
    }

    Stream<ProcessHandle> postgres() {
        try {
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0).strip())).orElseThrow();
            return Stream.concat(Stream.of(postmaster), postmaster.descendants());
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** User and system time of these processes and of their children that have ended, in seconds. Source: proc(5), clock ticks of 10 ms. */
    static double processorSeconds(Stream<ProcessHandle> processes) {
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

    void cleanUp() {
        if (application != null) application.destroyForcibly();
        if (database != null) database.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException leftBehind) {
            System.err.println("left behind: " + folder);
        }
    }

    void asSuperuser(String sql) throws SQLException {
        DatabaseUrl superuser = database.superuser("alongside");
        try (Connection connection = DriverManager.getConnection(superuser.jdbc(), superuser.user(), superuser.password()); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The one value that the superuser is answered. */
    String answer(String sql) throws SQLException {
        DatabaseUrl superuser = database.superuser("alongside");
        try (Connection connection = DriverManager.getConnection(superuser.jdbc(), superuser.user(), superuser.password()); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            if (!rows.next()) throw new IllegalStateException("nothing answers " + sql);
            return rows.getString(1);
        }
    }

    long size() throws IOException {
        return Files.readString(newestLog()).length();
    }

    Path newestLog() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("log"))) {
            return files.filter(file -> file.toString().endsWith(".json")).max(Comparator.comparing(file -> file.toFile().lastModified())).orElseThrow();
        }
    }

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
