package org.alongside.directory.web;

import org.alongside.directory.Listing;
import org.alongside.ui.QrCode;

/** One service to pass on. @param address of its page, from outside */
record PassOnPage(Note note, String address, QrCode square) {
    Listing listing() {
        return note.listing();
    }
}
