package org.alongside.matching;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the intake check knows of workers: their names from the start, and what they add about themselves, all as fingerprints. */
@Service
@Transactional
public class WorkerFacts {
    private final Matching matching;
    private final AuditTrail trail;

    WorkerFacts(Matching matching, AuditTrail trail) {
        this.matching = matching;
        this.trail = trail;
    }

    /** A worker's one name as given and family name: the last word is the family name. */
    public record Name(String given, String family) {
        public static Name of(String name) {
            int space = name.strip().lastIndexOf(' ');
            return new Name(space < 0 ? "" : name.strip().substring(0, space), name.strip().substring(space + 1));
        }
    }

    /** Keeps what a worker says of themselves, in place of what they said before. @param emergency the telephone number of their emergency contact; empty for none */
    public void keep(Identity identity, @Nullable String emergency, Actor.Worker me) {
        register(me.organisation(), me.worker(), "own facts", identity);
        register(me.organisation(), me.worker(), "emergency contact", Identity.of(null, null, null, emergency, null, null));
        trail.changed("worker", me.worker().id(), "own facts for matching kept");
    }

    void named(OrganisationId organisation, WorkerId worker, String name) {
        Name parts = Name.of(name);
        register(organisation, worker, "name", Identity.of(parts.given, parts.family, null, null, null, null));
    }

    private void register(OrganisationId organisation, WorkerId worker, String what, Identity identity) {
        UUID who = UUID.nameUUIDFromBytes((worker.id() + "/" + what).getBytes(StandardCharsets.UTF_8));
        matching.register(new Party(organisation, null, RecordKind.WORKER, worker.id(), PartyRole.WORKER, who, worker), identity);
    }
}
