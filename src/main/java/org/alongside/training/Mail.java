package org.alongside.training;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.alongside.messages.Message;
import org.alongside.messages.Messages;
import org.alongside.messages.OwnAddressId;
import org.alongside.shared.Times;
import org.springframework.stereotype.Component;

/** What is written to whoever registered. Safety: neither subject nor words say what the training is about; a link leads to a page, and the page says it. */
@Component
class Mail {
    private final Messages messages;

    Mail(Messages messages) {
        this.messages = messages;
    }

    /** Is it you, and do you still want the place? The only mail that an address gets which nobody has confirmed. */
    OwnAddressId ask(Registration asked, Cohort cohort, Instant keepUntil) {
        return messages.ask(asked.organisation(), asked.email(), String.valueOf(asked.token()), keepUntil, new Message("training.mail.confirm", asked.welsh(), link(asked), when(asked, cohort)));
    }

    /** @param news the last part of the key of its words: placed, waiting, offered ... */
    void tell(Registration registration, Cohort cohort, String news) {
        if (registration.address() == null || registration.token() == null) return;
        Message message = registration.offeredUntil() == null ? new Message("training.mail." + news, registration.welsh(), link(registration), when(registration, cohort))
                : new Message("training.mail." + news, registration.welsh(), link(registration), when(registration, cohort), said(registration, registration.offeredUntil()));
        messages.toOwnAddress(registration.organisation(), new OwnAddressId(registration.address()), message);
    }

    private String link(Registration registration) {
        return messages.link(registration.path(), registration.welsh());
    }

    private static String when(Registration registration, Cohort cohort) {
        return cohort.starts().map(starts -> said(registration, starts)).orElse("");
    }

    private static String said(Registration registration, Instant at) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", registration.welsh() ? Locale.forLanguageTag("cy-GB") : Locale.UK).format(Times.london(at));
    }
}
