package org.alongside.directory;

/** What a service says about one audience. Saying nothing is neither yes nor no. */
public enum Welcome {
    YES,
    NOT_STATED,
    NO
}
