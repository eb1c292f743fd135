package org.alongside.voices.web;

import java.util.List;
import java.util.Optional;
import org.alongside.shared.Problems;
import org.alongside.standards.Standard;
import org.alongside.standards.Standard.Statement;
import org.alongside.standards.Standards;
import org.alongside.voices.Voice;
import org.alongside.ui.Option;

/** Words of survivors, at the desk. */
record VoicePage(Voice voice, Standards standards, String by, String lookedBy, boolean own, String address, Problems problems, String why) {
    String path() {
        return "/desk/standards/words/" + voice.id();
    }

    Optional<Standard> standard() {
        return standards.one(voice.said().key());
    }

    Optional<Statement> statement() {
        return standard().flatMap(one -> one.statement(voice.said().statement()));
    }

    record All(List<Voice> voices, Standards standards) {
        String title(Voice voice) {
            return standards.one(voice.said().key()).map(Standard::title).orElse(voice.said().key());
        }
    }

    record New(Standard standard, VoiceForm form, Problems problems) {
        List<Option> statements() {
            return standard.statements().map(one -> new Option(one.id(), one.id() + " " + one.text())).toList();
        }
    }
}
