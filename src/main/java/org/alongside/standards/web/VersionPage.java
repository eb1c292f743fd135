package org.alongside.standards.web;

import java.util.Optional;
import org.alongside.shared.Problems;
import org.alongside.standards.Changes;
import org.alongside.standards.Standard;
import org.alongside.standards.Version;

/** One version before it is shown, or after. @param before what is shown now under the same key, when there is another version */
record VersionPage(Version version, Optional<Standard> before, boolean mayChange, ShowForm form, Problems problems) {
    String path() {
        return "/desk/standards/" + version.id();
    }

    Optional<Changes> changes() {
        return before.map(one -> Changes.between(one, version.standard()));
    }

    boolean isDraft() {
        return version.state() == Version.State.DRAFT;
    }
}
