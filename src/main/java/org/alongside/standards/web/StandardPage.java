package org.alongside.standards.web;

import java.util.List;
import org.alongside.standards.Edition;
import org.alongside.standards.Standard;

/** One standard: for whom it is, what stands beside it, and how it was before. @param versions the newest first */
record StandardPage(Standard standard, List<Standard> versions, List<Standard> beside) {
    boolean isReplaced() {
        return !standard.version().equals(versions.get(0).version());
    }

    String path() {
        return path(standard);
    }

    String path(Standard one) {
        return "/standards/" + one.key() + (one.version().equals(versions.get(0).version()) ? "" : "/versions/" + one.version());
    }

    String path(Edition edition) {
        return path() + "/" + edition.key();
    }
}
