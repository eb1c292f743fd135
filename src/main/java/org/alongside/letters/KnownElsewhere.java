package org.alongside.letters;

import java.util.Map;
import java.util.Set;
import org.alongside.casework.CaseId;

/** A room below that knows more of a case than the case does, for letters about it. What may not be told is taken out again before it reaches the text. */
public interface KnownElsewhere {
    /** @param id there for whoever asks */
    Map<Fact, String> of(CaseId id);

    /** Names of others that a letter does not hold because the client agrees to it: it is not theirs to agree. */
    Set<String> othersNames(CaseId id);
}
