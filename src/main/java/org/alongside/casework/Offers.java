package org.alongside.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The options a client was offered, and which they chose. To decline is recorded as a choice, with its day and without a reason. */
@Service
@Transactional
public class Offers {
    private static final String WORDS = "casework.offer.words";
    private final Cases cases;
    private final Moments moments;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Offers(Cases cases, Moments moments, JdbcClient sql, Seal seal, Clock clock) {
        this.cases = cases;
        this.moments = moments;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** @param id made with the form, so that a second press finds the first @param goal the goal it would serve, if any */
    public record NewOffer(UUID id, @Nullable UUID goal, String words, OfferAnswer answer) {}

    public void offer(CaseId id, NewOffer offer, Actor.Worker me) {
        cases.mustBeOpenFor(id, me);
        if (offer.goal() != null) mustBeOf(id, offer.goal());
        if (!moments.add(offer.id(), id, MomentKind.GOAL, clock.instant(), me.worker(), "Option offered: " + offer.answer().words().toLowerCase(Locale.ROOT), offer.words(), path(id))) return;
        LocalDate today = Times.day(clock.instant());
        sql.sql("insert into casework.offer (id, case_id, goal_id, words, offered_on, answer, answered_on) values (:id, :case, :goal, :words, :today, :answer, :answered)")
                .param("id", offer.id()).param("case", id.id()).param("goal", offer.goal()).param("words", seal.close(offer.words(), WORDS, offer.id()))
                .param("today", today).param("answer", offer.answer().name()).param("answered", offer.answer() == OfferAnswer.THINKING ? null : today).update();
    }

    /** A mind may change as often as it likes. */
    public void answer(CaseId id, UUID offer, int version, OfferAnswer answer, Actor.Worker me) {
        cases.mustBeOpenFor(id, me);
        byte[] sealed = sql.sql("select words from casework.offer where id = :id and case_id = :case").param("id", offer).param("case", id.id())
                .query(byte[].class).optional().orElseThrow(() -> new NotFound("offer", offer));
        int changed = sql.sql("update casework.offer set answer = :answer, answered_on = :on, version = version + 1 where id = :id and version = :version")
                .param("answer", answer.name()).param("on", answer == OfferAnswer.THINKING ? null : Times.day(clock.instant())).param("id", offer).param("version", version).update();
        if (changed == 0) throw Cases.changedMeanwhile();
        moments.now(id, MomentKind.GOAL, me, "Option: " + answer.words().toLowerCase(Locale.ROOT), seal.open(sealed, WORDS, offer), path(id));
    }

    private void mustBeOf(CaseId id, UUID goal) {
        sql.sql("select 1 from casework.goal where id = :id and case_id = :case").param("id", goal).param("case", id.id())
                .query(Integer.class).optional().orElseThrow(() -> new NotFound("goal", goal));
    }

    private static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/needs";
    }
}
