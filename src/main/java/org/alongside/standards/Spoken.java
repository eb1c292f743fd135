package org.alongside.standards;

import java.time.LocalDate;

/** What somebody who was hurt said about a statement, as everybody reads it. @param who a description that names nobody, like "a man in his forties" @param until the last day they agreed to */
public record Spoken(String key, String statement, String words, String who, boolean welsh, LocalDate until) {}
