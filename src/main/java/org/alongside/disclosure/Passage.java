package org.alongside.disclosure;

/** One piece of a document before it is known whether it may leave: what kind of fact it is, its heading, its words. */
public record Passage(Field field, String heading, String words) {}
