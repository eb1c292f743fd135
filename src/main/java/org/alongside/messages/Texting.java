package org.alongside.messages;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether and how texts leave this house. */
@Component
public class Texting {
    private final @Nullable TextGateway gateway;
    private final MailSettings settings;

    Texting(TextSettings texts, MailSettings settings) {
        this.settings = settings;
        this.gateway = switch (texts.driver()) {
            case NONE -> null;
            case FILE -> new FileTexts(Path.of(texts.folder()));
            case SMPP -> {
                if (texts.smpp() == null) throw new IllegalStateException("alongside.texts.driver is smpp: set alongside.texts.smpp.host, system-id and password");
                yield new SmppTexts(texts.smpp(), texts.from());
            }
        };
    }

    /** Whether a worker may write one: an operator is set up, or this is a demo or practice, where nothing leaves. */
    public boolean isSetUp() {
        return gateway != null || settings.demo() || settings.practice();
    }

    boolean leavesTheHouse() {
        // Safety: practice never sends, whatever else is set.
        return !settings.practice() && gateway != null;
    }

    void send(String to, String words) {
        if (gateway == null) throw new NotTexted("no text gateway is set up (alongside.texts.driver)", new IllegalStateException());
        gateway.send(to, words);
    }
}
