package org.alongside.copies;

import java.time.Instant;
import org.alongside.messages.Message;
import org.alongside.messages.Messages;
import org.alongside.messages.OwnAddressId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is written to whoever asked for a copy. Safety: neither subject nor words say of what; a link leads to a page, and the page says it. */
@Component
class CopyMail {
    private final Messages messages;

    CopyMail(Messages messages) {
        this.messages = messages;
    }

    /** Is it you? The only mail that an address gets which nobody has confirmed. */
    OwnAddressId ask(Copy copy, @Nullable Instant keepUntil) {
        return messages.ask(copy.organisation(), copy.email(), copy.token(), keepUntil, new Message("copies.mail.confirm", copy.welsh(), messages.link(copy.path(), copy.welsh())));
    }

    void already(Copy earlier) {
        tell(earlier, "already");
    }

    void news(Copy copy) {
        tell(copy, "news");
    }

    private void tell(Copy copy, String what) {
        if (copy.address() != null) messages.toOwnAddress(copy.organisation(), new OwnAddressId(copy.address()), new Message("copies.mail." + what, copy.welsh(), messages.link(copy.path(), copy.welsh())));
    }
}
