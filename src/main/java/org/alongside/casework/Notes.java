package org.alongside.casework;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a worker wants remembered that was no contact: a talk with a colleague, a thought, something another agency said. */
@Service
@Transactional
public class Notes {
    private final Cases cases;
    private final Moments moments;

    Notes(Cases cases, Moments moments) {
        this.cases = cases;
        this.moments = moments;
    }

    /** @param note made with the form, so that sending it twice keeps it once */
    public void add(CaseId id, UUID note, Instant happenedAt, String words, Actor.Worker me) {
        cases.mustBeOpenFor(id, me);
        moments.add(note, id, MomentKind.NOTE, happenedAt, me.worker(), "Note", words, null);
    }
}
