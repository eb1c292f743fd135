package org.alongside.training.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.alongside.training.Cohort;
import org.alongside.training.Session;

/** The sessions for somebody's own calendar. Source: RFC 5545. */
final class CalendarFile {
    private CalendarFile() {
    }

    /** @param title neutral. Safety: calendars are shared and show on locked screens, so neither the course nor the place stands in the file. */
    static byte[] of(Cohort cohort, String title, Instant now) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Alongside//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        for (Session session : cohort.sessions()) {
            VEvent event = new VEvent(false);
            event.add(new DtStamp(now));
            event.add(new DtStart<>(session.from()));
            event.add(new DtEnd<>(session.until()));
            event.add(new Uid(session.id().toString()));
            event.add(new Summary(title));
            event.add(ImmutableClazz.PRIVATE);
            calendar.add(event);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(false).output(calendar, file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }
}
