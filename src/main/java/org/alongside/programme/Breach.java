package org.alongside.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.shared.Worded;

/** The agreement was not kept. @param told whether partner support was told of more danger */
public record Breach(UUID id, LocalDate on, Kind kind, Follows follows, String words, boolean told, WorkerId by, Instant at) {
    public enum Kind implements Worded {
        HARM("They harmed or threatened somebody"),
        CONTACT("They were in touch with somebody they must leave alone"),
        MISSED("They stayed away again and again"),
        SUBSTANCES("They came after alcohol or drugs"),
        GROUP("How they behaved in the group"),
        TOLD("They told outside what others said in the group"),
        OTHER("Something else");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }

        /** Whether somebody is less safe by it, whatever else follows. */
        public boolean endangers() {
            return this == HARM || this == CONTACT;
        }
    }

    /** What follows, from least to most. */
    public enum Follows implements Worded {
        TALK("We talked about it"),
        WARNING("A warning"),
        SUSPENDED("They are suspended"),
        ENDED("Their place ends");

        private final String words;

        Follows(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }
}
