package org.alongside.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Against a gateway that speaks SMPP over a real connection. */
class SmppTextsTests {
    private record Received(String from, String to, String words, byte reports) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final ExecutorService doors = Executors.newCachedThreadPool();
    private SMPPServerSessionListener gateway;
    private volatile boolean refuses;
    private int port;

    @BeforeEach
    void open() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        gateway = new SMPPServerSessionListener(port);
        doors.execute(() -> {
            try {
                while (true) {
                    SMPPServerSession session = gateway.accept();
                    session.setMessageReceiverListener(takes());
                    doors.execute(() -> letIn(session));
                }
            } catch (IOException closed) {
                // The test is over.
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        gateway.close();
        doors.shutdownNow();
    }

    @Test
    void a_text_arrives_whole_with_its_sender_and_nobody_is_asked_whether_it_was_read() {
        texts("Local").send("+447700900123", "See you tomorrow at the time we said.");

        assertThat(received).containsExactly(new Received("Local", "447700900123", "See you tomorrow at the time we said.", (byte) 0));
    }

    @Test
    void letters_of_every_language_and_long_texts_arrive_as_they_were_written() {
        String polish = "Zażółć gęślą jaźń 👍 ".repeat(14).strip();
        texts("447700900999").send("+447700900123", polish);
        texts("447700900999").send("+447700900123", "x".repeat(300));
        texts("447700900999").send("+447700900123", "At 10 @ the cafe, bring $5 {or} _6");

        assertThat(received).extracting(Received::words).containsExactly(polish, "x".repeat(300), "At 10 @ the cafe, bring $5 {or} _6");
    }

    @Test
    void a_gateway_that_refuses_or_is_away_says_so_and_the_text_is_tried_again() throws IOException {
        refuses = true;
        assertThatThrownBy(() -> texts("Local").send("+447700900123", "x")).isInstanceOf(NotTexted.class);
        gateway.close();

        assertThatThrownBy(() -> texts("Local").send("+447700900123", "x")).isInstanceOf(NotTexted.class);
        assertThat(received).isEmpty();
    }

    @Test
    void for_trying_out_a_text_is_a_line_of_a_file(@TempDir Path folder) throws IOException {
        new FileTexts(folder.resolve("texts")).send("+447700900123", "one\nline");
        new FileTexts(folder.resolve("texts")).send("+447700900124", "two");

        assertThat(Files.readAllLines(folder.resolve("texts/texts.txt"))).containsExactly("+447700900123\tone line", "+447700900124\ttwo");
    }

    @Test
    void the_settings_of_the_guide_are_understood() {
        StandardEnvironment set = new StandardEnvironment();
        set.getPropertySources().addFirst(new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of("ALONGSIDE_TEXTS_DRIVER", "smpp", "ALONGSIDE_TEXTS_FROM", "447700900999",
                "ALONGSIDE_TEXTS_SMPP_HOST", "gateway.example", "ALONGSIDE_TEXTS_SMPP_SYSTEM_ID", "house", "ALONGSIDE_TEXTS_SMPP_PASSWORD", "secret")));

        assertThat(Binder.get(set).bind("alongside.texts", TextSettings.class).get()).isEqualTo(new TextSettings(TextSettings.Driver.SMPP, ".data/texts", "447700900999", new TextSettings.Smpp("gateway.example", 3550, "house", "secret", true)));
        assertThat(Binder.get(new StandardEnvironment()).bindOrCreate("alongside.texts", TextSettings.class).driver()).isEqualTo(TextSettings.Driver.NONE);
    }

    private SmppTexts texts(String from) {
        return new SmppTexts(new TextSettings.Smpp("localhost", port, "house", "secret", false), from);
    }

    private void letIn(SMPPServerSession session) {
        try {
            BindRequest bind = session.waitForBind(5_000);
            if (bind.getSystemId().equals("house") && bind.getPassword().equals("secret")) bind.accept("gateway");
            else bind.reject(13);
        } catch (Exception gone) {
            session.close();
        }
    }

    /** Takes texts, and fails the test when it is asked for anything else. */
    private ServerMessageReceiverListener takes() {
        return (ServerMessageReceiverListener) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ServerMessageReceiverListener.class}, (gateway, asked, given) -> {
            // One recipient each, no receipts, nothing replaced or asked about later: a text is all a gateway ever hears from us.
            assertThat(asked.getName()).isEqualTo("onAcceptSubmitSm");
            return take((SubmitSm) given[0]);
        });
    }

    private SubmitSmResult take(SubmitSm text) throws ProcessRequestException, PDUStringException {
        if (refuses) throw new ProcessRequestException("full", 0x14);
        OptionalParameter payload = text.getOptionalParameter(OptionalParameter.Tag.MESSAGE_PAYLOAD.code());
        byte[] bytes = payload instanceof OptionalParameter.OctetString octets ? octets.getValue() : text.getShortMessage();
        boolean wide = Alphabet.parseDataCoding(text.getDataCoding()) == Alphabet.ALPHA_UCS2;
        received.add(new Received(text.getSourceAddr(), text.getDestAddress(), new String(bytes, wide ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII), text.getRegisteredDelivery()));
        return new SubmitSmResult(new MessageId(String.valueOf(received.size())), new OptionalParameter[0]);
    }
}
