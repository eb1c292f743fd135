package org.alongside.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.shared.Worded;

/** The agreement as somebody signed it. @param version of its text @param words what they asked or said about it @param by who explained it */
public record Agreement(UUID id, String version, LocalDate signedOn, Followed followed, String words, WorkerId by, Instant at) {
    /** Of the text that is signed now: {@code programme/web/agreementtext.jte}. */
    public static final String VERSION = "1";

    /** How they took in what they signed. */
    public enum Followed implements Worded {
        READ("They read it themselves"),
        READ_OUT("It was read out to them"),
        INTERPRETED("Through an interpreter, who was not family"),
        EASY_READ("With pictures and short sentences");

        private final String words;

        Followed(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }
}
