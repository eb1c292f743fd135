package org.alongside.texts;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.ContactChannel;
import org.alongside.casework.ContactOutcome;
import org.alongside.casework.ContactPurpose;
import org.alongside.casework.Contacts;
import org.alongside.casework.NewContact;
import org.alongside.messages.Messages;
import org.alongside.messages.Texting;
import org.alongside.people.Addresses;
import org.alongside.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends a text to the client of a case and writes it into the log, both or neither. */
@Service
@Transactional
public class Texts {
    /** Words that say nothing, to begin with. */
    public static final List<String> PHRASES = List.of("Hello, please ring me when it suits you.", "See you tomorrow at the time we said.", "I am running late and will be there soon.", "I could not reach you. I will try again when we said.",
            "What you asked for is here.", "Is tomorrow still good for you?");
    private final Cases cases;
    private final Contacts contacts;
    private final Messages messages;
    private final Texting texting;
    private final Addresses addresses;
    private final Clock clock;

    Texts(Cases cases, Contacts contacts, Messages messages, Texting texting, Addresses addresses, Clock clock) {
        this.cases = cases;
        this.contacts = contacts;
        this.messages = messages;
        this.texting = texting;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** @param id made with the form, so that a second press finds the first. RuleBroken with the gate's words, or with the word that tells too much. */
    public void send(CaseId caseId, UUID id, String words, Actor.Worker me) {
        CaseFacts facts = cases.mustBeOpenFor(caseId, me);
        if (!texting.isSetUp()) throw new RuleBroken("texts.not-set-up", "Texts are not set up here.");
        String text = words.strip();
        if (text.isEmpty()) throw new RuleBroken("texts.empty", "Write what to send.");
        if (text.length() > Neutral.LONGEST) throw new RuleBroken("texts.long", "Write no more than 300 characters. For more, ring.");
        // Safety: whoever picks up the phone reads it; a text says nothing of why we know each other, and not where anybody is.
        Neutral.telling(text).ifPresent(word -> {
            throw new RuleBroken("texts.telling", "Somebody else may read it. Leave out “" + word + "”.");
        });
        if (Neutral.holdsALink(text)) throw new RuleBroken("texts.link", "Somebody else may read it. Leave out links and e-mail addresses.");
        if (addresses.standIn(text, facts.person())) throw new RuleBroken("texts.address", "An address of theirs stands in it. Leave it out.");
        messages.textPerson(facts.person(), id, text, me);
        contacts.record(caseId, new NewContact(id, ContactChannel.TEXT, true, Set.of(ContactPurpose.ARRANGEMENT), ContactOutcome.WRITTEN, null, clock.instant(), false, null, text), me);
    }

    public static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/texts";
    }
}
