package org.alongside.messages;

/** Whoever carries texts: an operator, or for practice a file. */
public interface TextGateway {
    /** Hands one text over. @param to a number with its country, like +447700900123. Throws {@link NotTexted} when it could not. */
    void send(String to, String words);
}
