package org.alongside.programme;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.casework.CaseId;
import org.alongside.letters.Fact;
import org.alongside.letters.KnownElsewhere;
import org.alongside.shared.Times;
import org.springframework.stereotype.Component;

/** What a letter to a referrer may hold of the programme: the step, the sessions, the agreement. Never a note, never a reason, never a partner. */
@Component
class ForLetters implements KnownElsewhere {
    private final Enrolments enrolments;
    private final Register register;
    private final Agreements agreements;
    private final Breaches breaches;
    private final Partners partners;

    ForLetters(Enrolments enrolments, Register register, Agreements agreements, Breaches breaches, Partners partners) {
        this.enrolments = enrolments;
        this.register = register;
        this.agreements = agreements;
        this.breaches = breaches;
        this.partners = partners;
    }

    @Override
    public Map<Fact, String> of(CaseId id) {
        Map<Fact, String> known = new EnumMap<>(Fact.class);
        Optional<Enrolment> newest = enrolments.of(id).stream().findFirst();
        newest.ifPresent(way -> {
            known.put(Fact.STANDING, way.status().words() + (way.startedAt() == null ? ", since " + Times.say(Times.day(way.waitingSince())) : ", began on " + Times.say(Times.day(way.startedAt()))) + ".");
            List<Register.Past> past = register.past(way.id());
            if (!past.isEmpty()) known.put(Fact.CAME, "came to " + past.stream().filter(one -> !one.mark().missed()).count() + " of " + past.size() + " so far.");
            agreements.of(way.id()).ifPresent(agreement -> known.put(Fact.KEPT, "signed on " + Times.say(agreement.signedOn()) + ". " + kept(breaches.of(id))));
        });
        return known;
    }

    private static String kept(List<Breach> breaches) {
        if (breaches.isEmpty()) return "No breach is written down.";
        Breach last = breaches.get(0);
        return (breaches.size() == 1 ? "Not kept once, on " : "Not kept " + breaches.size() + " times, the last on ") + Times.say(last.on()) + ": " + last.follows().words().toLowerCase(Locale.UK) + ".";
    }

    @Override
    public Set<String> othersNames(CaseId id) {
        return partners.of(id).stream().map(Partner::name).filter(name -> name.contains(" ")).collect(Collectors.toSet());
    }
}
