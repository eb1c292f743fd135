import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** The control of {@link Exit}: search words in the address and the title, pages kept in the cache, a cookie, a stored value, somebody else's counter, and an exit that sets location.href. */
class TypicalSite implements AutoCloseable {
    static final String NAME = "Zqnamemarker rooms", PRESSED = "zqpressedmarker";
    private final HttpServer server;
    private final String exitTo;

    TypicalSite(String exitTo) throws IOException {
        this.exitTo = exitTo;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, "Domestic abuse help", "<form action=/search><label>Words <input name=words></label><button>Search</button></form>"));
        server.createContext("/search", exchange -> answer(exchange, words(exchange) + " - domestic abuse help", "<p>" + words(exchange) + "</p><a id=service href=/service?name=Zqnamemarker>" + NAME + "</a>"
                + "<p>" + PRESSED + "</p><script>localStorage.setItem('last', '" + words(exchange) + "'); document.cookie = 'last=" + words(exchange) + "; max-age=86400'</script>"));
        server.createContext("/service", exchange -> answer(exchange, NAME, "<p>Rooms for people hurt at home.</p><a id=back href='javascript:history.back()'>Back</a>"));
        server.start();
    }

    private static String words(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? "" : URLDecoder.decode(query.replaceFirst(".*words=", ""), StandardCharsets.UTF_8).replaceAll("[^\\w ]", "");
    }

    /** Pressed, so that what only stands inside a page is found by eyes that unpack what they find in a cache. */
    private void answer(HttpExchange exchange, String title, String content) throws IOException {
        String page = "<!doctype html><title>" + title + "</title><h1>" + title + "</h1><button id=exit>Exit</button>" + content + "<img src=https://counter.example/seen.gif alt=''>"
                + "<script>document.getElementById('exit').onclick = () => { location.href = '" + exitTo + "' }</script>";
        ByteArrayOutputStream pressed = new ByteArrayOutputStream();
        try (GZIPOutputStream press = new GZIPOutputStream(pressed)) {
            press.write(page.getBytes(StandardCharsets.UTF_8));
        }
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
        exchange.sendResponseHeaders(200, pressed.size());
        exchange.getResponseBody().write(pressed.toByteArray());
        exchange.close();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
