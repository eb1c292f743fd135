package org.alongside.appointments;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.alongside.casework.DemoCases;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What three cases of the demo town have planned. */
@Component
class DemoAppointments implements DemoTown {
    private final Appointments appointments;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoAppointments(Appointments appointments, TransactionTemplate transaction, Clock clock) {
        this.appointments = appointments;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 57;
    }

    @Override
    public void plant() {
        plan(MINA_SUPPORT_WORKER, DemoCases.SOFIA, 2, "14:00", Venue.AGENCY, "The school, by the side door", Interpreter.BOOKED, false);
        plan(MINA_SUPPORT_WORKER, DemoCases.CALLUM, 4, "12:30", Venue.SAFE_PLACE, "The café in the hospital", Interpreter.NOT_NEEDED, true);
        plan(TOM_DUTY_WORKER, DemoCases.DANIEL, 9, "09:30", Venue.COURT, "Westermouth Family Court, the room upstairs", Interpreter.NOT_NEEDED, false);
    }

    private void plan(WorkerId by, CaseId id, int inDays, String time, Venue venue, String place, Interpreter interpreter, boolean alone) {
        Actor.Worker me = DemoWorkers.at(by);
        Instant at = Times.day(clock.instant()).plusDays(inDays).atTime(LocalTime.parse(time)).atZone(Times.LONDON).toInstant();
        Acting.as(me, () -> transaction.executeWithoutResult(status -> appointments.make(id, UUID.randomUUID(), new Plan(by, at, 60, venue, place, interpreter, false, alone), me)));
    }
}
