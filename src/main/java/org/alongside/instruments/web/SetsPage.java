package org.alongside.instruments.web;

import java.util.List;
import org.alongside.instruments.Shelved;
import org.alongside.shared.Problems;

/** The sets of questions of an organisation. @param mistakes what is wrong in the file that was sent just now, line by line */
record SetsPage(List<Group> groups, boolean mayChange, List<String> mistakes, Problems problems) {
    /** The sets of one kind. */
    record Group(String words, List<Shelved> sets) {}
}
