package org.alongside.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A site made without thinking of who looks over the shoulder: searches in the address, plain links, an exit that is only a link. It shows that our eyes are open. */
final class NaiveSite implements AutoCloseable {
    private final HttpServer server;

    NaiveSite(String exitTo) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        page("/", "<h1>Domestic abuse help</h1><form action=/domestic-abuse-help><label>Town <input name=q></label><button>Search</button></form>", exitTo);
        page("/domestic-abuse-help", "<h1>Results</h1><a href=/story>Tell us</a>", exitTo);
        page("/story", "<h1>Your story</h1><form method=post action=/sent><label>Words <textarea name=words></textarea></label><button>Send</button></form>", exitTo);
        page("/sent", "<h1>Sent</h1>", exitTo);
        server.start();
    }

    private void page(String path, String content, String exitTo) {
        server.createContext(path, exchange -> answer(exchange, content + "<p>" + said(exchange) + "</p><a href=" + exitTo + ">Exit</a>"));
    }

    private static String said(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        return (query == null ? "" : query) + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, String content) throws IOException {
        byte[] page = ("<!doctype html><title>Domestic abuse help</title>" + content).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
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
