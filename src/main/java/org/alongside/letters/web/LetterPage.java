package org.alongside.letters.web;

import java.util.List;
import java.util.UUID;
import org.alongside.letters.Letter;
import org.alongside.shared.Problems;

/** One letter. @param body as typed @param told what may be told in it, in words @param revision the one the form was made from */
record LetterPage(UUID caseId, String who, boolean closed, Letter letter, String title, String by, String body, List<String> told, int revision, Problems problems) {
    String all() {
        return "/desk/cases/" + caseId + "/letters";
    }

    String path() {
        return all() + "/" + letter.id();
    }
}
