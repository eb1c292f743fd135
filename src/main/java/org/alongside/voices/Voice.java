package org.alongside.voices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.WorkerId;
import org.alongside.files.Pointer;
import org.alongside.shared.Worded;
import org.jspecify.annotations.Nullable;

/** What somebody who was hurt said about one statement, with what they agreed to. @param lookedWords why it is not shown yet, or why what was flagged points to nobody */
public record Voice(UUID id, NewVoice said, State state, WorkerId takenDownBy, Instant takenDownAt, @Nullable WorkerId lookedAtBy, String lookedWords) {
    public enum State {
        WAITING("Waits for somebody else to look", "yellow"),
        NOT_YET("Not yet", "orange"),
        SHOWN("Shown", "green");

        private final String words, colour;

        State(String words, String colour) {
            this.words = words;
            this.colour = colour;
        }

        public String words() {
            return words;
        }

        public String colour() {
            return colour;
        }
    }

    /** How somebody agreed. */
    public enum Agreed implements Worded {
        SIGNED("Signed on paper"),
        WRITTEN("In writing, by message or e-mail"),
        SPOKEN("Said it, with a second worker there");

        private final String words;

        Agreed(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** @param who a description that names nobody @param agreedWords to what exactly, and how it was made sure that they understood @param until the last day they agreed to */
    public record NewVoice(String key, String statement, String words, String who, boolean welsh, Agreed agreed, String agreedWords, LocalDate agreedOn, LocalDate until) {}

    public List<Pointer.Hint> hints() {
        return Stream.of(said.words(), said.who()).flatMap(text -> Pointer.in(text).stream()).distinct().toList();
    }

    public boolean mayNotBeShown() {
        return hints().stream().anyMatch(Pointer.Hint::mustGo);
    }
}
