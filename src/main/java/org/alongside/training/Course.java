package org.alongside.training;

import java.util.UUID;

/** What is taught. The Welsh words may be empty; then the English ones are read. */
public record Course(UUID id, String title, String titleCy, String about, String aboutCy) {
    public String title(boolean welsh) {
        return welsh && !titleCy.isBlank() ? titleCy : title;
    }

    public String about(boolean welsh) {
        return welsh && !aboutCy.isBlank() ? aboutCy : about;
    }
}
