package org.alongside.casework;

import java.util.List;

/** A room below that says in a word what stands about a case, such as a level of danger. */
public interface Standings {
    /** Every word it may say, the lightest first. */
    List<String> words();
}
