package org.alongside.standards;

import java.util.List;

/** The room that keeps what survivors say beside statements. */
public interface SpokenWords {
    /** What they say about this one, as long as they agree. */
    List<Spoken> of(String key, String statement);
}
