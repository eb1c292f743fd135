package org.alongside.standards;

import java.util.Map;
import java.util.Set;
import org.alongside.access.Actor;
import org.alongside.shared.Protected;

/** The room that gives copies away. */
public interface CopiesGiven {
    /** How many confirmed copies there are, as it may be shown. @param bySector in the order of sectors, by their words */
    record Counted(Protected all, Map<String, Protected> bySector) {}

    /** For the desk of whoever keeps these standards. @return by key */
    Map<String, Counted> counted(Set<String> keys, Actor.Worker me);
}
