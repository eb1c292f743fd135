package org.alongside.texts.web;

import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseLooks;
import org.alongside.messages.Messages;
import org.alongside.messages.Texting;
import org.alongside.organisations.Organisations;
import org.alongside.people.Channel;
import org.alongside.people.People;
import org.alongside.shared.Problems;
import org.alongside.texts.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class TextPages {
    private final CaseLooks looks;
    private final People people;
    private final Messages messages;
    private final Texting texting;
    private final Organisations organisations;

    TextPages(CaseLooks looks, People people, Messages messages, Texting texting, Organisations organisations) {
        this.looks = looks;
        this.people = people;
        this.messages = messages;
        this.texting = texting;
        this.organisations = organisations;
    }

    TextsPage of(UUID caseId, String once, String words, Problems problems) {
        CaseLooks.Look look = looks.look(caseId);
        return new TextsPage(caseId, look.who(), look.facts().isClosed(), people.mayContact(look.facts().person(), Channel.TEXT), texting.isSetUp(),
                messages.texts(look.facts().person()).stream().map(text -> new TextsPage.Row(text, organisations.nameOf(new WorkerId(text.askedBy())))).toList(), Texts.PHRASES, once, words, problems);
    }
}
