package org.alongside.helpline;

import java.util.List;

/** Whose help stands above the words of a page about this. */
public record Support(Topic topic, List<Helpline> lines) {}
