import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.directory.BareDirectory;
import org.alongside.directory.BareDirectory.Statement;
import org.alongside.directory.Countryside;
import org.alongside.directory.Places;
import org.alongside.directory.Question;
import org.alongside.operator.DatabaseUrl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finding services among many: the page and the feed for other programs over HTTP, each beside PostgreSQL at its best with the same questions (BareDirectory), in turns. And what many
 * services cost at the start and in memory. Exits with 1 when a limit is missed. Run by bin/bench directory.
 */
class Finding {
    private static final int CLIENTS = 16, ROUNDS = 3, STARTS = Integer.getInteger("starts", 3), QUESTIONS = 600, CHECKED = 120, WARM = Integer.getInteger("warm", 6000);
    private static final double OF_SQL = 0.95, SECONDS_MORE = 6, MEGABYTES_MORE = 300;
    private static final Instant MONDAY_AT_ELEVEN = Instant.parse("2026-11-23T11:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Pattern SERVICE = Pattern.compile("href=\"/(?:find/)?services/([0-9a-f-]{36})\""), COUNT = Pattern.compile("<strong>([\\d,]+) [^<]*</strong>");
    private final Running house;
    private final Places places = new Places();
    private final Countryside countryside = new Countryside(places);
    private final BareDirectory bare = new BareDirectory(places, MONDAY_AT_ELEVEN, TODAY);
    private final List<Countryside.Made> made = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    /** A question as it is sent to either side. */
    private record Asked(byte[] request, Statement statement) {}

    /** One kind of question. */
    private record Kind(String name, List<Question> questions) {}

    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[1]), few = Integer.parseInt(arguments[2]), many = Integer.parseInt(arguments[3]);
        List<String> flags = List.of(arguments).subList(4, arguments.length);
        Running house = new Running(arguments[0], flags, Map.of("shared_buffers", "512MB", "max_wal_size", "4GB", "random_page_cost", "1.1", "jit", "off"), Map.of("ALONGSIDE_NOW", MONDAY_AT_ELEVEN.toString()));
        System.exit(new Finding(house).run(seconds, few, many) ? 0 : 1);
    }

    private Finding(Running house) {
        this.house = house;
    }

    private boolean run(int seconds, int few, int many) throws Exception {
        System.out.printf("%nEmbedded PostgreSQL 17, application with %s, %d connections, %d rounds of %d s a side, load before: %s%n", String.join(" ", house.flags), CLIENTS, ROUNDS, seconds, Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        house.asSuperuser("set session_replication_role = replica; update directory.service set published = false");
        grow(few);
        if (STARTS > 0) starts();
        List<Kind> kinds = List.of(new Kind("page", Question.ofVisitors(QUESTIONS, places)), new Kind("feed", Question.ofPrograms(QUESTIONS, places)));
        List<Double> first = compare(kinds, seconds, true);
        if (many > few) {
            house.flags = Stream.concat(house.flags.stream().filter(flag -> !flag.startsWith("-Xmx")), Stream.of("-Xmx2g")).toList();
            grow(many);
            System.out.printf("With a heap of up to 2 GB:%n");
            List<Double> then = compare(kinds, seconds, false);
            double growth = (double) many / few;
            for (int kind = 0; kind < kinds.size(); kind++) limit(String.format(Locale.ROOT, "%s: processor time a request among %,d services, beside %,d, times", kinds.get(kind).name, many, few), then.get(kind) / first.get(kind), growth, false);
        }
        System.out.println(missed.isEmpty() ? "Every limit is kept." : "Missed: " + String.join("; ", missed));
        return missed.isEmpty();
    }

    private void limit(String what, double figure, double limit, boolean atLeast) {
        boolean kept = atLeast ? figure >= limit : figure < limit;
        System.out.printf(Locale.ROOT, "%s %.2f (to reach: %s %s)%s%n", what, figure, atLeast ? "at least" : "under", limit, kept ? "" : "  MISSED");
        if (!kept) missed.add(what);
    }

    /** Writes services until there are so many, and starts the application anew. */
    private void grow(int number) throws Exception {
        List<Countryside.Made> more = countryside.services(number - made.size(), TODAY);
        made.addAll(more);
        DatabaseUrl superuser = house.database.superuser("alongside");
        try (Connection connection = DriverManager.getConnection(superuser.jdbc(), superuser.user(), superuser.password())) {
            stop();
            countryside.write(more, connection);
            connection.createStatement().execute("vacuum analyze");
            bare.fill(made.stream().map(one -> one.listing(places)).toList(), connection);
        }
        house.startApplication();
    }

    private void stop() throws InterruptedException {
        house.application.destroy();
        house.application.waitFor();
    }

    /** With all services hidden, and with all of them, in turns: until the first page is answered, and the memory of the application after a hundred pages. */
    private void starts() throws Exception {
        List<List<Double>> seconds = List.of(new ArrayList<>(), new ArrayList<>()), worked = List.of(new ArrayList<>(), new ArrayList<>()), megabytes = List.of(new ArrayList<>(), new ArrayList<>());
        for (int start = 0; start < STARTS * 2; start++) {
            int full = start % 2;
            stop();
            house.asSuperuser("set session_replication_role = replica; update directory.service set published = " + (full == 1) + " where source = '(generated)'");
            house.asSuperuser("vacuum analyze");
            long began = System.nanoTime();
            house.launch();
            while (!answers()) Thread.sleep(5);
            seconds.get(full).add((System.nanoTime() - began) / 1e9);
            worked.get(full).add(Running.processorSeconds(Stream.of(house.application.toHandle())));
            try (Wire wire = new Wire()) {
                for (int page = 0; page < 100; page++) wire.send(get("/find", ""));
                for (int page = 0; page < 20; page++) wire.send(get("/open-referral/services?per_page=10&page=" + (page + 1), ""));
            }
            Thread.sleep(5000);
            megabytes.get(full).add(Files.readAllLines(Path.of("/proc/" + house.application.pid() + "/status")).stream().filter(line -> line.startsWith("VmRSS")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum() / 1024.0);
        }
        System.out.printf(Locale.ROOT, "Start to the first page: %.1f s (%.1f of a processor) without services, %.1f s (%.1f) with %,d; memory then: %.0f MB and %.0f MB%n", median(seconds.get(0)), median(worked.get(0)), median(seconds.get(1)), median(worked.get(1)), made.size(), median(megabytes.get(0)), median(megabytes.get(1)));
        limit("start: seconds more", median(seconds.get(1)) - median(seconds.get(0)), SECONDS_MORE, false);
        limit("memory: MB more", median(megabytes.get(1)) - median(megabytes.get(0)), MEGABYTES_MORE, false);
    }

    private boolean answers() throws Exception {
        if (!house.application.isAlive()) throw new IllegalStateException("The application does not start: " + Files.readString(house.folder.resolve("application.log")));
        try (Wire wire = new Wire()) {
            wire.send(get("/find", ""));
            return true;
        } catch (IOException starting) {
            return false;
        }
    }

    /** @return for each kind the processor time of the application for one request */
    private List<Double> compare(List<Kind> kinds, int seconds, boolean gate) throws Exception {
        List<Double> cost = new ArrayList<>();
        System.out.printf("%,d services%n%-6s %-12s %10s %9s %9s %12s %12s%n", made.size(), "", "", "requests/s", "p50 ms", "p99 ms", "app CPU ms", "SQL CPU ms");
        for (Kind kind : kinds) {
            List<Asked> asked = kind.name.equals("page") ? pages(kind.questions) : feeds(kind.questions);
            mustFindTheSame(kind, asked);
            // Java is quick only when it has read its own code some thousand times.
            for (long warm = 0; warm < WARM; warm += measure(asked, true, seconds).micros().getTotalCount()) ;
            measure(asked, false, seconds);
            List<Journey.Figures> ours = new ArrayList<>(), sql = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(measure(asked, true, seconds));
                sql.add(measure(asked, false, seconds));
            }
            Journey.Figures application = Journey.together(ours), database = Journey.together(sql);
            print(kind.name, "application", application);
            print("", "PostgreSQL", database);
            cost.add(application.application() / application.micros().getTotalCount());
            System.out.printf(Locale.ROOT, "%s: processor time a request, both programs together, beside PostgreSQL's alone: %.2f%n", kind.name, each(application) / each(database));
            List<Double> ratios = IntStream.range(0, ROUNDS).mapToObj(round -> ours.get(round).perSecond() / sql.get(round).perSecond()).toList();
            String what = String.format(Locale.ROOT, "%s among %,d services: rate beside PostgreSQL's %s", kind.name, made.size(), ratios.stream().map(ratio -> String.format(Locale.ROOT, "%.2f", ratio)).toList());
            if (gate) limit(what, median(ratios), OF_SQL, true);
            else System.out.printf(Locale.ROOT, "%s %.2f%n", what, median(ratios));
        }
        return cost;
    }

    private static double each(Journey.Figures figures) {
        return (figures.application() + figures.database()) / figures.micros().getTotalCount();
    }

    private static void print(String kind, String side, Journey.Figures figures) {
        double requests = figures.micros().getTotalCount();
        System.out.printf(Locale.ROOT, "%-6s %-12s %10.0f %9.2f %9.2f %12.3f %12.3f%n", kind, side, figures.perSecond(), figures.micros().getValueAtPercentile(50) / 1000.0, figures.micros().getValueAtPercentile(99) / 1000.0, figures.application() * 1000 / requests, figures.database() * 1000 / requests);
    }

    private Journey.Figures measure(List<Asked> asked, boolean application, int seconds) throws Exception {
        AtomicInteger next = new AtomicInteger(), client = new AtomicInteger();
        List<AutoCloseable> open = Collections.synchronizedList(new ArrayList<>());
        try {
            return Journey.measure(house, CLIENTS, seconds, () -> {
                int first = client.getAndIncrement() * asked.size() / CLIENTS;
                int[] at = {first};
                Callable<Asked> following = () -> asked.get(at[0]++ % asked.size());
                if (application) {
                    Wire wire = new Wire();
                    open.add(wire);
                    return () -> wire.send(following.call().request);
                }
                Connection connection = connection();
                open.add(connection);
                Map<String, PreparedStatement> kept = new HashMap<>();
                return () -> BareDirectory.send(connection, kept, following.call().statement);
            });
        } finally {
            for (AutoCloseable one : open) one.close();
        }
    }

    private Connection connection() throws Exception {
        DatabaseUrl app = house.database.app("alongside");
        return DriverManager.getConnection(app.jdbc(), app.user(), app.password());
    }

    /** What was asked lies in a sealed cookie, set beforehand: what is timed is the page. */
    private List<Asked> pages(List<Question> questions) throws Exception {
        List<Asked> asked = new ArrayList<>();
        for (Question question : questions) {
            String cookie = house.post("/find", "", asked.size() + 1, question.form()).headers().allValues("set-cookie").stream().map(header -> header.split(";")[0]).findFirst().orElseThrow();
            asked.add(new Asked(get("/find", cookie), bare.forVisitor(question)));
        }
        return asked;
    }

    private List<Asked> feeds(List<Question> questions) throws Exception {
        Map<String, String> terms = new HashMap<>();
        for (JsonNode term : JsonMapper.shared().readTree(Running.must(200, house.get("/open-referral/taxonomy_terms?per_page=500", "", 0))).path("contents")) terms.put(term.path("code").asString(), term.path("id").asString());
        return questions.stream().map(question -> {
            String term = "taxonomy_term_id=" + terms.get(question.term());
            if (question.words() == null) return new Asked(get("/open-referral/services?per_page=10&page=" + question.page() + "&" + term, ""), bare.forProgram(question));
            String where = question.outcode() == null ? "" : "&postcode=" + question.outcode() + "&proximity=" + question.within() * 1000;
            return new Asked(post("/open-referral/" + (where.isEmpty() ? "services" : "service_at_locations"), "per_page=10&search=" + Running.form(question.words()) + "&" + term + where), bare.forProgram(question));
        }).toList();
    }

    private byte[] get(String path, String cookie) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + house.port + "\r\n" + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n") + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] post(String path, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + house.port + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII);
    }

    /** A faster wrong answer is no answer: the same services, in the same order, and as many in all. Lines that come with the software are in the feed alone. */
    private void mustFindTheSame(Kind kind, List<Asked> asked) throws Exception {
        Set<UUID> ours = made.stream().map(one -> one.entry().id()).collect(Collectors.toSet());
        int rows = 0, empty = 0, lines = JsonMapper.shared().readTree(Running.must(200, house.get("/open-referral/services?per_page=1", "", 0))).path("total_items").asInt() - made.size();
        try (Wire wire = new Wire(); Connection connection = connection()) {
            for (int at = 0; at < CHECKED; at++) {
                BareDirectory.Answer sql = BareDirectory.send(connection, new HashMap<>(), asked.get(at).statement);
                List<UUID> shown;
                int all;
                if (kind.name.equals("page")) {
                    String page = wire.send(asked.get(at).request);
                    shown = new ArrayList<>(new LinkedHashSet<>(found(SERVICE, page).stream().map(UUID::fromString).toList()));
                    all = found(COUNT, page).stream().findFirst().map(count -> Integer.parseInt(count.replace(",", ""))).orElse(0);
                    if (all == 0) shown = List.of();
                } else {
                    String many = new String(asked.get(at).request, StandardCharsets.US_ASCII);
                    if (kind.questions.get(at).page() > 1) continue;
                    JsonNode page = JsonMapper.shared().readTree(wire.send(resized(many)));
                    shown = new ArrayList<>();
                    for (JsonNode one : page.path("contents")) shown.add(UUID.fromString(one.path(one.has("service_id") ? "service_id" : "id").asString()));
                    List<UUID> known = shown.stream().filter(ours::contains).toList();
                    all = Math.max(Math.min(page.path("total_items").asInt(), sql.all()), page.path("total_items").asInt() - lines);
                    shown = known.subList(0, Math.min(10, known.size()));
                }
                if (!shown.equals(sql.ids()) || all != sql.all()) throw new IllegalStateException("Asked " + kind.questions.get(at) + "\nthe application finds " + all + ": " + names(shown) + "\nPostgreSQL finds " + sql.all() + ": " + names(sql.ids()));
                rows += shown.size();
                if (shown.isEmpty()) empty++;
            }
        }
        System.out.printf("%-6s both sides find the same: %d questions, %d services on their pages, %d pages without any%n", kind.name, CHECKED, rows, empty);
    }

    private static byte[] resized(String request) {
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        String longer = request.replace("per_page=10", "per_page=500");
        return (body.isEmpty() ? longer : longer.replace("Content-Length: " + body.length(), "Content-Length: " + (body.length() + 1))).getBytes(StandardCharsets.US_ASCII);
    }

    private List<String> names(List<UUID> ids) {
        Map<UUID, String> names = made.stream().collect(Collectors.toMap(one -> one.entry().id(), one -> one.entry().name()));
        return ids.stream().map(names::get).toList();
    }

    private static List<String> found(Pattern pattern, String page) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(page);
        while (matcher.find()) found.add(matcher.group(1));
        return found;
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    /** One connection that is kept open, with as little of a client as can be, so that the processors are left to whom is measured. */
    private final class Wire implements AutoCloseable {
        private Socket socket;
        private DataInputStream in;

        String send(byte[] request) throws IOException {
            if (socket == null) {
                socket = new Socket(InetAddress.getLoopbackAddress(), house.port);
                socket.setTcpNoDelay(true);
                in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
            }
            socket.getOutputStream().write(request);
            int status = 0, length = -1;
            boolean last = false;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (status == 0) status = Integer.parseInt(line.substring(9, 12));
                else if (line.regionMatches(true, 0, "content-length:", 0, 15)) length = Integer.parseInt(line.substring(15).strip());
                else if (line.equalsIgnoreCase("connection: close")) last = true;
            }
            if (status != 200 || length < 0) throw new IOException("answered " + status + ", length " + length);
            byte[] body = new byte[length];
            in.readFully(body);
            if (last) close();
            return new String(body, StandardCharsets.UTF_8);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder(80);
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) throw new IOException("hung up");
                if (next != '\r') line.append((char) next);
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            if (socket != null) socket.close();
            socket = null;
        }
    }
}
