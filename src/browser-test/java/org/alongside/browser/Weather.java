package org.alongside.browser;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Stands in for the neutral page that leaving leads to, so that nothing leaves this machine. */
public final class Weather implements AutoCloseable {
    private static final char[] PASSWORD = "weather".toCharArray();
    private final HttpsServer server;
    // A browser opens connections ahead of need; with one thread for all, an idle one would keep the others waiting.
    private final ExecutorService answering = Executors.newCachedThreadPool();

    Weather(Path folder) throws Exception {
        this(folder, Duration.ZERO);
    }

    /** @param slow how long the page that leaving leads to lets one wait; the first page of that host does not */
    public Weather(Path folder, Duration slow) throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certified(folder.resolve("weather.p12"))));
        server.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/weather")) pause(slow);
            byte[] page = "<!doctype html><title>Weather</title><h1>Weather</h1><p>Rain later.</p>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.setExecutor(answering);
        server.start();
    }

    private static void pause(Duration slow) {
        try {
            Thread.sleep(slow.toMillis());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static SSLContext certified(Path store) throws Exception {
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(keytool, "-genkeypair", "-alias", "weather", "-keyalg", "EC", "-dname", "CN=weather", "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", new String(PASSWORD))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (made.waitFor() != 0) throw new IOException("keytool made no certificate");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(store)) {
            keys.load(content, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        answering.shutdownNow();
    }
}
