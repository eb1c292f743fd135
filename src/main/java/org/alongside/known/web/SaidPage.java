package org.alongside.known.web;

import java.util.List;
import org.alongside.known.Known;

/** What one worker said, for a lead. */
record SaidPage(String worker, List<Known> people) {}
