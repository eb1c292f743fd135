package org.alongside.letters.web;

import java.util.List;
import java.util.UUID;
import org.alongside.letters.Letter;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

/** The letters of a case, and the form that begins one. @param told what may be told, for the side of whoever writes */
record LettersPage(UUID caseId, String who, boolean closed, List<Row> rows, List<Option> templates, LetterForm form, List<Option> told, Problems problems) {
    record Row(Letter letter, String title, String by) {}

    String path() {
        return "/desk/cases/" + caseId + "/letters";
    }
}
