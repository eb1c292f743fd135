package org.alongside.directory.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Asks the server of another directory, politely: one question at a time over one connection, with limits on time and size, and a second try when it stumbles. */
public final class Fetch implements AutoCloseable {
    /** It says what asks, and not who. */
    private static final String NAME = "directory-reader/1.0";
    private static final String NOT_OPEN = "The address leads to a machine that is not on the open net: it is not asked";
    private static final int MOST_REDIRECTS = 5;
    private final CloseableHttpClient client;
    private final Rules rules;

    /**
     * @param names how a name becomes addresses
     * @param mayAsk which addresses may be asked
     * @param mayBePlain whether http will do
     * @param largest how many bytes an answer may have, unpacked
     * @param whole how long an answer may take, {@code pause} how long to wait before a second try
     */
    public record Rules(Names names, Predicate<InetAddress> mayAsk, boolean mayBePlain, int largest, Duration silence, Duration whole, Duration pause) {
        public static Rules usual(boolean allowPrivate) {
            return new Rules(InetAddress::getAllByName, allowPrivate ? any -> true : PublicAddresses::contains, allowPrivate, SourceFile.LARGEST, Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofSeconds(1));
        }
    }

    public interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** An answer that says no. */
    static final class Refused extends IOException {
        final int status;

        Refused(int status) {
            super("The server answers with " + status);
            this.status = status;
        }
    }

    /** An answer that no second try makes better. */
    public static final class NotAllowed extends IOException {
        NotAllowed(String words) {
            super(words);
        }
    }

    /** @param at where it came from in the end */
    record Answer(byte[] body, URI at) {}

    public Fetch(Rules rules) {
        this.rules = rules;
        Timeout silence = Timeout.of(rules.silence);
        this.client = HttpClients.custom().setUserAgent(NAME).disableRedirectHandling().disableAutomaticRetries().disableCookieManagement().disableAuthCaching()
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(silence).setConnectionRequestTimeout(silence).build())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(new Checked()).setMaxConnTotal(1).setMaxConnPerRoute(1).setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(Timeout.ofSeconds(10)).setSocketTimeout(silence).build()).build())
                .build();
    }

    // Safety: the address that was looked at is the one that is connected to. Whoever changes what a name means between the two looks finds nobody asking again.
    private final class Checked implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = rules.names.of(host);
            for (InetAddress address : addresses) if (!rules.mayAsk.test(address)) throw new Closed();
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static final class Closed extends UnknownHostException {
    }

    /** What the server says to a look at a page, asked once and not where it leads; NotAllowed where nobody may look. */
    public int status(URI page) throws IOException {
        allowed(page);
        try {
            int status = status(new HttpHead(page));
            // Some servers know no HEAD.
            return status == 403 || status == 405 || status == 501 ? status(new HttpGet(page)) : status;
        } catch (Closed closed) {
            throw new NotAllowed(NOT_OPEN);
        }
    }

    private int status(HttpUriRequestBase question) throws IOException {
        // What is handed back is read to the end first, and a page may be as long as it likes; what is thrown is not.
        try {
            return client.execute(question, answer -> {
                question.cancel();
                throw new Refused(answer.getCode());
            });
        } catch (Refused seen) {
            return seen.status;
        }
    }

    /** The whole answer, where it leads. Throws IOException with words for whoever asked. */
    Answer get(URI address) throws IOException {
        IOException last = new IOException("The server does not answer");
        for (int attempt = 0; attempt < 3; attempt++) {
            if (attempt > 0) rest(rules.pause.multipliedBy(1L << attempt - 1));
            try {
                return follow(address);
            } catch (NotAllowed final_) {
                throw final_;
            } catch (Refused refused) {
                if (refused.status < 500 && refused.status != 429 && refused.status != 408) throw refused;
                last = refused;
            } catch (Closed closed) {
                throw new NotAllowed(NOT_OPEN);
            } catch (UnknownHostException unknown) {
                throw new NotAllowed("There is no server of this name");
            } catch (IOException stumbled) {
                last = stumbled instanceof Said ? stumbled : new IOException("The server does not answer, or breaks off (" + stumbled.getClass().getSimpleName() + ")");
            }
        }
        throw last;
    }

    private static final class Said extends IOException {
        Said(String words) {
            super(words);
        }
    }

    private Answer follow(URI first) throws IOException {
        URI at = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            allowed(at);
            Object answer = ask(at);
            if (answer instanceof Answer body) return body;
            at = at.resolve((URI) answer);
        }
        throw new NotAllowed("The address leads on and on");
    }

    private void allowed(URI at) throws NotAllowed {
        String scheme = String.valueOf(at.getScheme()).toLowerCase();
        if (!scheme.equals("https") && !(scheme.equals("http") && rules.mayBePlain)) throw new NotAllowed("The address must begin with https://");
        if (at.getHost() == null || at.getRawUserInfo() != null) throw new NotAllowed("The address must name a server, and no password");
    }

    /** An {@link Answer}, or where it leads. */
    private Object ask(URI at) throws IOException {
        HttpGet question = new HttpGet(at);
        question.setHeader("Accept", "application/json, application/x-ndjson, application/zip;q=0.9, text/csv;q=0.8, */*;q=0.1");
        return client.execute(question, answer -> {
            try {
                int status = answer.getCode();
                if (status != 200 && (status < 300 || status >= 400)) throw new Refused(status);
                byte[] body = body(answer);
                return status == 200 ? new Answer(body, at) : leads(answer, status);
            } catch (IOException broken) {
                // The client reads to the end whatever it closes: one that is too long or too slow would be waited for.
                question.cancel();
                throw broken;
            }
        });
    }

    private static URI leads(ClassicHttpResponse answer, int status) throws IOException {
        Header where = answer.getFirstHeader("Location");
        if (where == null || status == 304) throw new Refused(status);
        try {
            return URI.create(where.getValue());
        } catch (IllegalArgumentException broken) {
            throw new NotAllowed("The address leads nowhere");
        }
    }

    private byte[] body(ClassicHttpResponse answer) throws IOException {
        long until = System.nanoTime() + rules.whole.toNanos();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (answer.getEntity() == null) return new byte[0];
        InputStream body = answer.getEntity().getContent();
        byte[] some = new byte[64 * 1024];
        for (int read = body.read(some); read >= 0; read = body.read(some)) {
            all.write(some, 0, read);
            if (all.size() > rules.largest) throw new NotAllowed("The answer is larger than we take");
            if (System.nanoTime() > until) throw new Said("The server is too slow");
        }
        return all.toByteArray();
    }

    private static void rest(Duration pause) throws IOException {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped");
        }
    }

    static @Nullable URI address(String typed) {
        try {
            URI address = new URI(typed.strip());
            return address.getHost() != null && address.isAbsolute() ? address : null;
        } catch (java.net.URISyntaxException none) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
