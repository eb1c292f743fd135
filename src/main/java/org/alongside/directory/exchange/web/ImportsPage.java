package org.alongside.directory.exchange.web;

import java.util.List;
import org.alongside.directory.exchange.ImportRun;
import org.alongside.shared.Problems;

/** Imports there were, and what one is asked for. */
record ImportsPage(List<ImportRun> runs, ImportForm form, List<Column> columns, Problems problems) {
    /** A column of the sheet, and what it takes. */
    record Column(String heading, String meaning) {}
}
