package org.alongside.people.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.people.About;
import org.alongside.people.Channel;
import org.alongside.people.ChannelAnswer;
import org.alongside.people.Decision;
import org.alongside.people.Decision.Verdict;
import org.alongside.people.OtherNames;
import org.alongside.people.People;
import org.alongside.people.PersonFacts;
import org.alongside.people.PersonId;
import org.alongside.people.Safe;
import org.alongside.people.SafeContact;
import org.alongside.people.SafeContacts;
import org.alongside.shared.NotFound;
import org.alongside.shared.Phone;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.ui.Option;
import org.alongside.ui.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class PersonPages {
    private final People people;
    private final SafeContacts contacts;
    private final OtherNames names;
    private final AuditTrail trail;
    private final Clock clock;

    PersonPages(People people, SafeContacts contacts, OtherNames names, AuditTrail trail, Clock clock) {
        this.people = people;
        this.contacts = contacts;
        this.names = names;
        this.trail = trail;
        this.clock = clock;
    }

    PersonPage person(PersonId id, Actor.Worker me) {
        People.Whole whole = people.whole(id);
        trail.looked("person", id.id());
        PersonFacts facts = whole.facts();
        SafeContacts.InForce inForce = whole.contact();
        SafeContact contact = inForce.contact();
        Map<Channel, Decision> decisions = inForce.decisions();
        List<PersonPage.Way> ways = Stream.of(Channel.values()).map(channel -> way(contact.answer(channel), decisions.get(channel))).toList();
        // Safety: a number or address that may not be used now is not on the screen to be used by mistake.
        boolean call = Stream.of(Channel.PHONE, Channel.TEXT).anyMatch(channel -> shows(decisions.get(channel)));
        String phone = call && contact.phone() != null ? new Phone(contact.phone()).written() : null;
        String email = shows(decisions.get(Channel.EMAIL)) ? contact.email() : null;
        return new PersonPage(id.id(), facts.side(), facts.about(), names.of(id).stream().map(OtherNames.OtherName::words).toList(), ways, phone, email, decisions.get(Channel.PHONE).verdict() == Verdict.ASK_FIRST,
                contact.checkedOn() == null ? null : Times.say(contact.checkedOn()), contact.isExpired(Times.day(clock.instant())), me.is(Role.MANAGER), me.is(Role.MANAGER) || me.is(Role.SAFEGUARDING_LEAD) || me.is(Role.PRIVACY_LEAD));
    }

    /** @param given what was typed into a form that was refused, with {@code family} */
    NamesPage names(PersonId id, String once, String given, String family, Problems problems) {
        return new NamesPage(id.id(), looked(id).displayName(), names.of(id), once, given, family, problems);
    }

    AboutPage about(PersonId id) {
        PersonFacts facts = looked(id);
        return new AboutPage(id.id(), AboutForm.of(facts.about(), facts.version()), new Problems(), null);
    }

    AboutPage about(PersonId id, AboutForm typed, Problems problems) {
        looked(id);
        return new AboutPage(id.id(), typed, problems, null);
    }

    /** What was typed, beside what a colleague saved meanwhile; saving again now replaces theirs knowingly. */
    AboutPage aboutChangedMeanwhile(PersonId id, AboutForm typed, Problems problems) {
        PersonFacts facts = looked(id);
        return new AboutPage(id.id(), typed.seen(facts.version()), problems, rows(facts.about()));
    }

    ContactPage contact(PersonId id) {
        looked(id);
        SafeContacts.InForce inForce = contacts.inForce(id);
        return page(id, ContactForm.of(inForce.contact(), inForce.id()), new Problems(), null);
    }

    ContactPage contact(PersonId id, ContactForm typed, Problems problems) {
        looked(id);
        return page(id, typed, problems, null);
    }

    ContactPage contactChangedMeanwhile(PersonId id, ContactForm typed, Problems problems) {
        looked(id);
        SafeContacts.InForce inForce = contacts.inForce(id);
        return page(id, typed.seen(inForce.id()), problems, rows(inForce.contact()));
    }

    private PersonFacts looked(PersonId id) {
        PersonFacts facts = people.find(id).orElseThrow(() -> new NotFound("person", id.id()));
        trail.looked("person", id.id());
        return facts;
    }

    private static ContactPage page(PersonId id, ContactForm form, Problems problems, @Nullable List<Row> theirs) {
        return new ContactPage(id.id(), form, problems, Stream.of(Safe.values()).map(safe -> new Option(safe.name(), safe.words())).toList(), theirs);
    }

    private static PersonPage.Way way(ChannelAnswer answer, Decision decision) {
        return new PersonPage.Way(decision, answer.safe(), answer.times(), answer.words());
    }

    private static boolean shows(Decision decision) {
        return decision.verdict() == Verdict.ALLOWED || decision.verdict() == Verdict.RECHECK;
    }

    static List<Row> rows(About about) {
        return List.of(new Row("Given names", about.givenName()), new Row("Family name", about.familyName()), new Row("Known as", about.knownAs()),
                new Row("Birth date", about.bornOn() == null ? "" : Times.say(about.bornOn())), new Row("Pronouns", about.pronouns()), new Row("Gender, in their words", about.gender()),
                new Row("Languages", about.languages()), new Row("Interpreter", about.interpreterNeeded() ? "Needed" : ""), new Row("Access needs", about.accessNeeds()), new Row("Notes", about.notes()));
    }

    private static List<Row> rows(SafeContact contact) {
        List<Row> rows = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            ChannelAnswer answer = contact.answer(channel);
            rows.add(new Row(channel.words(), String.join(". ", Stream.of(answer.safe().words(), answer.times(), answer.words()).filter(words -> !words.isBlank()).toList())));
        }
        rows.add(new Row("Telephone", contact.phone()));
        rows.add(new Row("E-mail", contact.email()));
        rows.add(new Row("Who may answer", contact.whoMayAnswer()));
        rows.add(new Row("If someone else answers", contact.ifSomeoneElseAnswers()));
        rows.add(new Row("Code word", contact.codeWord()));
        rows.add(new Row("Also", contact.words()));
        return rows;
    }
}
