import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Referrals are sent while PostgreSQL, and now and then the application, are killed without warning. What was acknowledged is written down outside;
 * afterwards every acknowledged referral must be there, once. The control runs PostgreSQL so that it forgets, and must be caught forgetting.
 * Run by bin/drill kill, which names the application's jar.
 */
class Kill {
    private static final int CLIENTS = 6;
    private static final Pattern RECEIVER = Pattern.compile("<input[^>]*name=\"receiver\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("alongside-drill");
        String jar = arguments[0];
        int kills = Integer.parseInt(arguments[1]), restarts = Integer.parseInt(arguments[2]);
        Outcome real = new Kill(folder.resolve("durable"), jar, List.of()).run(kills, restarts);
        Outcome control = new Kill(folder.resolve("forgetful"), jar, List.of("-c", "synchronous_commit=off", "-c", "wal_writer_delay=10s", "-c", "wal_writer_flush_after=1GB")).run(Math.max(5, kills / 4), 0);
        System.out.println();
        System.out.println("durable    " + real);
        System.out.println("forgetful  " + control + "   (the control: must have lost some)");
        System.out.println("what clients wrote down: " + folder);
        boolean passed = real.acknowledged > 0 && real.lost == 0 && real.doubled == 0 && control.lost > 0;
        System.out.println(passed ? "PASSED: nothing acknowledged was lost, nothing doubled" : "FAILED");
        System.exit(passed ? 0 : 1);
    }

    record Outcome(int kills, int restarts, int acknowledged, int lost, int doubled) {
        @Override
        public String toString() {
            return kills + " kills of PostgreSQL, " + restarts + " of the application: " + acknowledged + " acknowledged, " + lost + " lost, " + doubled + " doubled";
        }
    }

    /** A referral that its sender was told has arrived, and the cookie by which they can see its number again. */
    record Acknowledged(int operation, Instant at, String cookie) {}

    private final Path folder;
    private final String jar;
    private final List<String> settings;
    private final int port = free(), management = free(), databasePort = free();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ConcurrentLinkedQueue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger operations = new AtomicInteger(), unsettled = new AtomicInteger();
    private volatile boolean stop;
    private Process application, postgres;
    private List<String> server;

    Kill(Path folder, String jar, List<String> settings) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.jar = jar;
        this.settings = settings;
    }

    Outcome run(int kills, int restarts) throws Exception {
        try {
            makeDatabase();
            startPostgres();
            makeRoles();
            startApplication();
            checkpoint();
            int before = referrals();
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Thread client = new Thread(this::sendUntilStopped);
                client.start();
                clients.add(client);
            }
            int restarted = 0;
            for (int kill = 1; kill <= kills; kill++) {
                Thread.sleep(3000 + ThreadLocalRandom.current().nextInt(4000));
                killPostgres();
                if (restarted < restarts && kill % Math.max(1, kills / restarts) == 0) {
                    application.destroyForcibly().waitFor();
                    restarted++;
                    startPostgres();
                    startApplication();
                } else {
                    startPostgres();
                }
                System.out.printf("%s: kill %d of %d, %d acknowledged%n", folder.getFileName(), kill, kills, acknowledged.size());
            }
            Thread.sleep(3000);
            stop = true;
            for (Thread client : clients) client.join(60_000);
            return judge(kills, restarted, before);
        } finally {
            if (application != null) application.destroyForcibly();
            if (postgres != null) killPostgres();
        }
    }

    private Outcome judge(int kills, int restarts, int before) throws Exception {
        try (PrintWriter log = new PrintWriter(Files.newBufferedWriter(folder.resolve("acknowledged.txt")))) {
            acknowledged.forEach(one -> log.println(one.operation + " " + one.at));
        }
        int lost = 0;
        for (Acknowledged one : acknowledged) {
            HttpResponse<String> done = get("/refer/done", one.cookie, 0);
            if (done.statusCode() != 200) lost++;
        }
        int kept = referrals() - before;
        // What nobody was told about may be there or not; more than both together was doubled.
        int doubled = Math.max(0, kept - (acknowledged.size() - lost) - unsettled.get());
        return new Outcome(kills, restarts, acknowledged.size(), Math.max(lost, acknowledged.size() - kept), doubled);
    }

    private void sendUntilStopped() {
        while (!stop) {
            int operation = operations.incrementAndGet();
            try {
                refer(operation);
            } catch (IOException | InterruptedException away) {
                pause();
            }
        }
    }

    /** One visitor: begins, answers nothing but what must be answered, sends, and presses again until told. */
    private void refer(int operation) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/refer", "", operation, "asking=MYSELF");
        String cookie = answer.headers().allValues("set-cookie").stream().filter(header -> header.startsWith("step=")).map(header -> header.split(";")[0]).findFirst().orElse("");
        if (cookie.isEmpty()) throw new IOException("no draft: " + answer.statusCode());
        String at = to(answer);
        for (int step = 0; step < 40 && !at.equals("/refer/check"); step++) {
            at = to(post(at, cookie, operation, at.equals("/refer/how") ? "channels=NONE" : at.equals("/refer/where") ? "receiver=" + receiver(cookie, operation) : "skip=yes"));
        }
        for (int tries = 0; tries < 200; tries++) {
            try {
                HttpResponse<String> sent = post("/refer/check", cookie, operation, "");
                if (sent.statusCode() / 100 == 3 && to(sent).equals("/refer/done")) {
                    acknowledged.add(new Acknowledged(operation, Instant.now(), cookie));
                    return;
                }
                if (sent.statusCode() / 100 == 3) return;
            } catch (IOException away) {
                if (stop && tries > 20) break;
            }
            pause();
        }
        unsettled.incrementAndGet();
    }

    private String receiver(String cookie, int operation) throws IOException, InterruptedException {
        Matcher input = RECEIVER.matcher(get("/refer/where", cookie, operation).body());
        if (!input.find()) throw new IOException("no receiver");
        Matcher value = VALUE.matcher(input.group());
        return value.find() ? value.group(1) : "";
    }

    private static String to(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 3) throw new IOException("answered " + answer.statusCode());
        return URI.create(answer.headers().firstValue("location").orElse("")).getPath();
    }

    private HttpResponse<String> post(String path, String cookie, int operation, String body) throws IOException, InterruptedException {
        return send(request(path, cookie, operation).header("Content-Type", "application/x-www-form-urlencoded").header("Sec-Fetch-Site", "same-origin").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path, String cookie, int operation) throws IOException, InterruptedException {
        return send(request(path, cookie, operation).GET());
    }

    /** Each visitor comes from a network of their own, told by the trusted proxy that this drill is. */
    private HttpRequest.Builder request(String path, String cookie, int operation) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(20))
                .header("X-Forwarded-For", "10." + (operation >> 8 & 255) + "." + (operation & 255) + ".7");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void makeDatabase() throws IOException {
        EmbeddedPostgres first = EmbeddedPostgres.builder().setDataDirectory(folder.resolve("postgres")).setCleanDataDirectory(false).setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(Files.createDirectories(folder.resolve("program")).toFile()).setPGStartupWait(Duration.ofSeconds(60)).start();
        long postmaster = Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0).strip());
        String program = ProcessHandle.of(postmaster).flatMap(handle -> handle.info().command()).orElseThrow();
        first.close();
        server = new ArrayList<>(System.getProperty("user.name").equals("root") ? List.of("unshare", "-U", program) : List.of(program));
        server.addAll(List.of("-D", folder.resolve("postgres").toString(), "-p", String.valueOf(databasePort), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        server.addAll(settings);
    }

    private void startPostgres() throws Exception {
        postgres = new ProcessBuilder(server).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile())).start();
        for (int i = 0; i < 600; i++) {
            try (Connection ignored = superuser("postgres")) {
                return;
            } catch (java.sql.SQLException recovering) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("PostgreSQL does not come back: " + folder.resolve("postgres.log"));
    }

    private void killPostgres() throws InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(postgres.descendants().toList());
        all.add(postgres.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        postgres.waitFor(10, TimeUnit.SECONDS);
        for (ProcessHandle one : all) for (int i = 0; i < 100 && one.isAlive(); i++) Thread.sleep(20);
    }

    private void makeRoles() throws Exception {
        try (Connection connection = superuser("postgres"); Statement statement = connection.createStatement()) {
            statement.execute("create role alongside_owner login password 'drill'");
            statement.execute("create role alongside_app login password 'drill'");
            statement.execute("create database alongside owner alongside_owner");
        }
    }

    private void startApplication() throws Exception {
        ProcessBuilder start = new ProcessBuilder("java", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar, "--alongside.demo=true").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("application.log").toFile()));
        start.environment().putAll(Map.of("PORT", String.valueOf(port), "MANAGEMENT_PORT", String.valueOf(management), "ALONGSIDE_DATA", folder.resolve("data").toString(), "TRUSTED_PROXIES", "127.0.0.1",
                "DATABASE_URL", url("alongside_app"), "DATABASE_OWNER_URL", url("alongside_owner")));
        application = start.start();
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/actuator/health")).timeout(Duration.ofSeconds(10)).build();
        for (int i = 0; i < 1800; i++) {
            if (!application.isAlive()) break;
            try {
                if (http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (IOException starting) {
                // not yet
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The application does not start: " + folder.resolve("application.log"));
    }

    private int referrals() throws Exception {
        try (Connection connection = superuser("alongside"); Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("select count(*) from referral.referral where source = 'SELF'")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** What was there before the traffic is on the disk, so that a forgetful server loses nothing but traffic. */
    private void checkpoint() throws Exception {
        try (Connection connection = superuser("alongside"); Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    private String url(String role) {
        return "postgres://" + role + ":drill@127.0.0.1:" + databasePort + "/alongside";
    }

    private Connection superuser(String database) throws java.sql.SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort + "/" + database + "?connectTimeout=2", "postgres", "");
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
