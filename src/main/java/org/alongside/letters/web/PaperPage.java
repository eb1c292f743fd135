package org.alongside.letters.web;

import java.util.List;

/** A letter on paper. @param paragraphs each with its lines */
record PaperPage(String service, String worker, String reference, String date, String toName, List<String> toLines, List<List<String>> paragraphs) {}
