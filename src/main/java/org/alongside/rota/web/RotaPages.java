package org.alongside.rota.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.alongside.access.Actor;
import org.alongside.organisations.Organisations;
import org.alongside.rota.Rota;
import org.alongside.rota.Shift;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class RotaPages {
    private final Rota rota;
    private final Organisations organisations;
    private final Clock clock;

    RotaPages(Rota rota, Organisations organisations, Clock clock) {
        this.rota = rota;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** @param day any day of the week; null for this week @param form what was typed; null for an empty one */
    RotaPage week(@Nullable LocalDate day, @Nullable ShiftForm form, @Nullable UUID refused, Problems problems, Actor.Worker me) {
        if (me.side() == null) throw new NotFound();
        Instant now = clock.instant();
        LocalDate today = Times.day(now), monday = (day == null ? today : day).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<Shift> shifts = rota.week(monday);
        boolean mayPlan = me.is(Rota.ROLES);
        List<RotaPage.Day> days = IntStream.range(0, 7).mapToObj(monday::plusDays).map(on -> new RotaPage.Day(on, on.equals(today), shifts.stream().filter(one -> Times.day(one.from()).equals(on)).map(one -> row(one, now)).toList())).toList();
        return new RotaPage(monday, days, mayPlan, mayPlan ? rota.able(me).stream().map(one -> new Option(one.id().id().toString(), one.name())).toList() : List.of(), form == null ? ShiftForm.empty(monday.isAfter(today) ? monday : today) : form, refused, problems);
    }

    private RotaPage.Row row(Shift one, Instant now) {
        String until = Times.say(Times.london(one.until()).toLocalTime()) + (Times.day(one.until()).equals(Times.day(one.from())) ? "" : " the next day");
        return new RotaPage.Row(one, organisations.nameOf(one.worker()), Times.say(Times.london(one.from()).toLocalTime()) + " to " + until, one.isNow(now), !one.until().isAfter(now));
    }
}
