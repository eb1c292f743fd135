package org.alongside.texts.web;

import java.util.List;
import java.util.UUID;
import org.alongside.messages.Messages.Text;
import org.alongside.people.Decision;
import org.alongside.shared.Problems;

/** Texts to the client of a case. @param gate what the safe-contact gate says now @param setUp whether texts can be sent here at all */
record TextsPage(UUID caseId, String who, boolean closed, Decision gate, boolean setUp, List<Row> rows, List<String> phrases, String once, String words, Problems problems) {
    record Row(Text text, String by) {
        String state() {
            return switch (text.state()) {
                case "SENT" -> "Left";
                case "NOT_SAFE" -> "Not sent: no longer safe";
                case "WITHDRAWN" -> "Withdrawn before it left";
                case "GIVEN_UP" -> "Could not be sent";
                case "PRACTICE" -> "Practice: nothing left";
                default -> "Waiting to leave";
            };
        }

        String colour() {
            return switch (text.state()) {
                case "SENT" -> "green";
                case "NOT_SAFE", "GIVEN_UP" -> "red";
                default -> "grey";
            };
        }
    }

    String path() {
        return "/desk/cases/" + caseId + "/texts";
    }
}
