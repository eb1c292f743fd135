package org.alongside.letters.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.casework.CaseLooks;
import org.alongside.letters.Letter;
import org.alongside.letters.Letters;
import org.alongside.letters.Told;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.alongside.ui.Option;
import org.alongside.ui.Pdf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class LetterPages {
    private final CaseLooks looks;
    private final Letters letters;
    private final Organisations organisations;
    private final Pdf pdf;

    LetterPages(CaseLooks looks, Letters letters, Organisations organisations, Pdf pdf) {
        this.looks = looks;
        this.letters = letters;
        this.organisations = organisations;
        this.pdf = pdf;
    }

    LettersPage all(UUID caseId, LetterForm form, Problems problems, Actor.Worker me) {
        CaseLooks.Look look = looks.look(caseId);
        return new LettersPage(caseId, look.who(), look.facts().isClosed(), letters.of(look.id()).stream().map(one -> new LettersPage.Row(one, letters.template(one.template()).title(), organisations.nameOf(one.begunBy()))).toList(),
                letters.templates(me).stream().map(one -> new Option(one.key(), one.title())).toList(), form, Option.of(Stream.of(Told.values()).filter(one -> one != Told.PROGRAMME || me.side() == Side.CHANGE).toList()), problems);
    }

    /** @param typed what was typed just now; null for what is kept */
    LetterPage one(UUID caseId, UUID id, @Nullable String typed, Problems problems) {
        CaseLooks.Look look = looks.look(caseId);
        Letter letter = letters.one(look.id(), id);
        List<String> told = Stream.of(Told.values()).filter(one -> letter.agreed().contains(one.field())).map(Told::words).toList();
        return new LetterPage(caseId, look.who(), look.facts().isClosed(), letter, letters.template(letter.template()).title(), organisations.nameOf(letter.begunBy()), typed == null ? letter.body() : typed, told, letter.revision(), problems);
    }

    /** A finished letter as it leaves. NotFound for a draft: what is not in the ledger does not leave. */
    byte[] paper(UUID caseId, UUID id, Actor.Worker me) {
        CaseLooks.Look look = looks.look(caseId);
        Letter letter = letters.one(look.id(), id);
        if (letter.finishedAt() == null || letter.finishedBy() == null) throw new NotFound("letter", id);
        return pdf.of("letters/web/paper", Map.of("page", new PaperPage(organisations.nameOf(me.organisation()).orElse(""), organisations.nameOf(letter.finishedBy()), look.facts().reference(), Times.say(Times.day(letter.finishedAt())), letter.toName(),
                letter.toLines().lines().toList(), Stream.of(letter.body().split("\\R\\s*\\R")).map(paragraph -> paragraph.lines().toList()).toList())));
    }
}
