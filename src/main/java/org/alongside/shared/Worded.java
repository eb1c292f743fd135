package org.alongside.shared;

/** One of several answers, with the words by which people choose it. */
public interface Worded {
    String name();

    String words();
}
