package org.alongside.directory.exchange;

/** What is not as it should be in one field of a record. Never what stands in it: it may be where a refuge is. @param grave whether nothing of the record is taken until a person mends it */
public record Doubt(String field, String words, boolean grave) {}
