package org.alongside.directory;

/** What a service says about one audience. Saying nothing is neither yes nor no. */
public enum Welcome {
    YES,
    NOT_STATED,
    /** Made for other people only; somebody may still be one of them without having said so. */
    ONLY_OTHERS,
    NO
}
