package org.alongside.instruments;

import java.util.List;

/** A file of questions cannot be used; each line of the message names the file, the line in it and what is wrong there. */
public class BadInstrument extends RuntimeException {
    BadInstrument(List<String> lines) {
        super(String.join("\n", lines), null, false, false);
    }
}
