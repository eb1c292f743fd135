package org.alongside.programme;

import java.util.List;
import java.util.Set;

/** What somebody needs of a group. @param languages they can follow, as they name them; empty: as it stands with the person @param away when they cannot come, as {@link PartOfDay} keeps it @param barred first halves of postcodes that an order keeps them out of @param version 0 while nobody asked */
public record Need(String languages, Set<String> away, Way way, List<String> barred, int version) {
    public static final Need NOT_ASKED = new Need("", Set.of(), Way.EITHER, List.of(), 0);
}
