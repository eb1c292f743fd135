package org.alongside.access;

import java.util.Set;
import java.util.stream.Stream;
import org.alongside.shared.NotFound;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;

/** Who is asking. Each transaction tells PostgreSQL, and PostgreSQL decides the rows; with no actor there are none. */
public sealed interface Actor {
    /** The name the database policies know this kind of actor by. */
    String kind();

    /** A signed-in worker, in one organisation and on one side of the wall; with no side, they see no person. */
    record Worker(WorkerId worker, OrganisationId organisation, @Nullable Side side, Set<Role> roles) implements Actor {
        public Worker {
            roles = Set.copyOf(roles);
        }

        @Override
        public String kind() {
            return "WORKER";
        }

        /** Whether they have one of these roles. */
        public boolean is(Role... any) {
            return Stream.of(any).anyMatch(roles::contains);
        }

        /** Goes on only for a worker with one of these roles; anyone else finds nothing here. */
        public void mustBe(Role... any) {
            if (!is(any)) throw new NotFound();
        }
    }

    /** Anyone at all, not signed in. */
    record Public() implements Actor {
        @Override
        public String kind() {
            return "PUBLIC";
        }
    }

    /** Somebody holding a secret: a draft's token, a referral code, a link in a mail. {@code fingerprint} is its fingerprint, never the secret. */
    record Holder(String fingerprint) implements Actor {
        @Override
        public String kind() {
            return "HOLDER";
        }
    }

    /** The system itself, doing one named job for one organisation, and on one side of the wall where the job must not cross it. */
    record Job(OrganisationId organisation, String job, @Nullable Side side) implements Actor {
        public Job(OrganisationId organisation, String job) {
            this(organisation, job, null);
        }

        @Override
        public String kind() {
            return "JOB";
        }
    }

    /** Setting up: the first administrator, the demo town. */
    record Installer() implements Actor {
        @Override
        public String kind() {
            return "INSTALLER";
        }
    }
}
