package org.alongside.standards;

import java.util.List;

/** A standard that cannot be taken, with everything that is wrong in it. */
public final class BadStandard extends RuntimeException {
    private final List<String> mistakes;

    BadStandard(List<String> mistakes) {
        super(String.join("; ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<String> mistakes() {
        return mistakes;
    }
}
