package org.alongside.directory;

import java.util.List;
import org.alongside.access.OrganisationId;
import org.alongside.ui.Frame;

/** What rooms further down show beside a service: offered as a bean, from memory, as all public pages of help are. It changes neither who is found nor in which order. */
public interface Shown {
    /** @param words in the reader's language @param path where it can be checked; without the language */
    record Line(String words, String path) {}

    /** Of an organisation in this house. */
    List<Line> beside(OrganisationId organisation, Frame frame);
}
