package org.alongside.residents;

import org.alongside.messages.Message;
import org.alongside.messages.Messages;
import org.alongside.messages.OwnAddressId;
import org.springframework.stereotype.Component;

/** What is written to residents. Safety: neither subject nor words say what the account is for; a link leads to a page, and the page says it. */
@Component
class ResidentMail {
    private static final String ACCOUNT = "/have-your-say/account";
    private final Messages messages;

    ResidentMail(Messages messages) {
        this.messages = messages;
    }

    /** Is it you? The link leads to a page where they choose a password. */
    OwnAddressId confirm(Asking asking) {
        return toWhoeverOwnsIt(asking, "confirm", asking.path());
    }

    /** Is it you? The link leads to a page where they say yes to the address of their account. */
    OwnAddressId address(Asking asking) {
        return toWhoeverOwnsIt(asking, "address", asking.path());
    }

    /** Nobody has an account with this address. */
    OwnAddressId nobody(Asking asking) {
        return toWhoeverOwnsIt(asking, "nobody", ACCOUNT + "/new");
    }

    void password(Account account, Asking asking) {
        tell(account, "password", asking.path(), asking.welsh());
    }

    /** Somebody asked for an account with an address that has one. */
    void already(Account account, Asking asking) {
        tell(account, "already", asking.path(), asking.welsh());
    }

    /** Somebody who is signed in wished for this address, and it has an account. */
    void taken(Account account, Asking asking) {
        tell(account, "taken", ACCOUNT + "/new-password", asking.welsh());
    }

    /** To the address that was the account's until now. */
    void moved(Account before) {
        tell(before, "moved", ACCOUNT, before.welsh());
    }

    void gone(Account account) {
        tell(account, "gone", ACCOUNT, account.welsh());
    }

    void idle(Account account) {
        tell(account, "idle", ACCOUNT, account.welsh());
    }

    void news(Account account) {
        tell(account, "news", "/have-your-say/comments/mine", account.welsh());
    }

    private OwnAddressId toWhoeverOwnsIt(Asking asking, String what, String path) {
        return messages.ask(asking.organisation(), asking.email(), asking.token(), null, new Message("residents.mail." + what, asking.welsh(), messages.link(path, asking.welsh())));
    }

    private void tell(Account account, String what, String path, boolean welsh) {
        messages.toOwnAddress(account.organisation(), new OwnAddressId(account.address()), new Message("residents.mail." + what, welsh, messages.link(path, welsh)));
    }
}
