package org.alongside.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.shared.NotFound;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Crises, written down in seconds and filled in when there is time. */
@Service
@Transactional
public class Crises {
    private final Cases cases;
    private final Moments moments;
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Crises(Cases cases, Moments moments, JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.cases = cases;
        this.moments = moments;
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** @param id made with the form, so that a second press finds the first @param words a few words, if there was time */
    public record NewCrisis(UUID id, CrisisKind what, Set<Called> called, Whereabouts whereabouts, @Nullable String words) {
        public NewCrisis {
            called = Set.copyOf(called);
        }
    }

    public void record(CaseId id, NewCrisis crisis, Actor.Worker me) {
        // Safety: a closed case takes a crisis too; nobody is turned away by a form while they are in danger.
        CaseFacts facts = cases.facts(id);
        Instant now = clock.instant();
        boolean first = moments.add(crisis.id(), id, MomentKind.CRISIS, now, me.worker(), headline(crisis), crisis.words(), "/desk/cases/" + id.id() + "/crises/" + crisis.id());
        if (!first) return;
        sql.sql("insert into casework.crisis (id, case_id, what, called, whereabouts) values (:id, :case, :what, :called, :whereabouts)")
                .param("id", crisis.id()).param("case", id.id()).param("what", crisis.what().name())
                .param("called", crisis.called().stream().map(Called::name).sorted().toArray(String[]::new))
                .param("whereabouts", crisis.whereabouts().name()).update();
        events.publishEvent(new CaseEvent.Crisis(id, me.organisation(), facts.side(), crisis.id(), crisis.what(), crisis.called(), now));
    }

    /** What was learnt since. May be said more than once; each telling stays. */
    public void tellMore(CaseId id, UUID crisis, UUID telling, String words, Actor.Worker me) {
        int found = sql.sql("update casework.crisis set details_at = :now where id = :id and case_id = :case")
                .param("now", Times.at(clock.instant())).param("id", crisis).param("case", id.id()).update();
        if (found == 0) throw new NotFound("crisis", crisis);
        moments.add(telling, id, MomentKind.CRISIS, clock.instant(), me.worker(), "More about the crisis", words, "/desk/cases/" + id.id() + "/crises/" + crisis);
    }

    private static String headline(NewCrisis crisis) {
        List<Called> called = crisis.called().stream().filter(who -> who != Called.NOBODY).sorted().toList();
        String who = called.isEmpty() ? "nobody called yet" : "called " + called.stream().map(Called::words).collect(Collectors.joining(", "));
        return "Crisis: " + crisis.what().words().toLowerCase(Locale.ROOT) + "; " + who + "; " + crisis.whereabouts().words().toLowerCase(Locale.ROOT);
    }
}
