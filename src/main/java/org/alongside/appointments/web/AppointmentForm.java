package org.alongside.appointments.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.appointments.Appointment;
import org.alongside.appointments.Interpreter;
import org.alongside.appointments.Plan;
import org.alongside.appointments.Venue;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** An appointment, as typed. */
record AppointmentForm(@Nullable String once, @Nullable String version, @Nullable String worker, @Nullable TypedDate on, @Nullable String time, @Nullable String minutes, @Nullable String venue, @Nullable String place,
        @Nullable String interpreter, @Nullable String homeChecked, @Nullable String alone) {
    AppointmentForm {
        on = on == null ? TypedDate.NONE : on;
    }

    static AppointmentForm empty(WorkerId worker, boolean interpreter) {
        return new AppointmentForm(UUID.randomUUID().toString(), null, worker.id().toString(), null, null, "60", null, null, (interpreter ? Interpreter.TO_BOOK : Interpreter.NOT_NEEDED).name(), null, null);
    }

    static AppointmentForm of(Appointment appointment) {
        Plan plan = appointment.plan();
        ZonedDateTime starts = Times.london(plan.startsAt());
        LocalTime time = starts.toLocalTime();
        return new AppointmentForm(appointment.id().toString(), "" + appointment.version(), plan.worker().id().toString(), TypedDate.of(starts.toLocalDate()), "%02d:%02d".formatted(time.getHour(), time.getMinute()), "" + plan.minutes(), plan.venue().name(), plan.place(),
                plan.interpreter().name(), plan.homeChecked() ? "yes" : null, plan.alone() ? "yes" : null);
    }

    AppointmentForm over(Appointment now) {
        return new AppointmentForm(once, "" + now.version(), worker, on, time, minutes, venue, place, interpreter, homeChecked, alone);
    }

    Optional<Plan> read(Clock clock, Problems problems) {
        Instant at = Typed.at(on, time, "on", "Enter the day", problems);
        if (at != null && (at.isBefore(clock.instant().minusSeconds(60L * 60 * 24)) || Times.day(at).isAfter(Times.day(clock.instant()).plusYears(2)))) problems.add("on", "Enter a day to come, within two years");
        int length = minutes != null && minutes.strip().matches("\\d{1,3}") ? Integer.parseInt(minutes.strip()) : 0;
        if (length < 5 || length > 600) problems.add("minutes", "Enter how long it takes, from 5 to 600 minutes");
        Venue where = Typed.oneNeeded(Venue.class, venue, "venue", "Choose where you meet", problems);
        Interpreter speaks = Typed.oneNeeded(Interpreter.class, interpreter, "interpreter", "Choose whether an interpreter is needed", problems);
        if (worker == null || worker.isBlank()) problems.add("worker", "Choose who goes");
        if (where == Venue.THEIR_HOME && homeChecked == null) problems.add("homeChecked", "Think about who else may be there, and say that you did");
        String words = Typed.words(place, "place", problems);
        if (at == null || where == null || speaks == null || !problems.isEmpty()) return Optional.empty();
        return Optional.of(new Plan(new WorkerId(Typed.id(worker)), at, length, where, words == null ? "" : words, speaks, homeChecked != null, alone != null));
    }
}
