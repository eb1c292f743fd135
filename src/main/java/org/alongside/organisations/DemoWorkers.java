package org.alongside.organisations;

import static org.alongside.access.Role.*;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The invented organisations of the demo town and everyone who works there. */
@Component
public class DemoWorkers implements DemoTown {
    public static final String PASSWORD = "westermouth";

    /** One way to sign in to the demo. */
    public record Demo(WorkerId worker, String name, String email, OrganisationId organisation, @Nullable Side side, Set<Role> roles) {}

    private static final List<Demo> WORKERS = List.of(
            harbour(MINA_SUPPORT_WORKER, "Mina Okafor", "mina", Side.SUPPORT, SUPPORT_WORKER),
            harbour(TOM_DUTY_WORKER, "Tom Reyes", "tom", Side.SUPPORT, DUTY, SUPPORT_WORKER),
            harbour(SAL_MANAGER, "Sal Whitmore", "sal", Side.SUPPORT, MANAGER),
            harbour(PRIYA_LEAD, "Priya Nand", "priya", Side.SUPPORT, SAFEGUARDING_LEAD, PRIVACY_LEAD),
            harbour(JO_HELPLINE_WORKER, "Jo Field", "jo", Side.SUPPORT, HELPLINE, MODERATOR),
            harbour(ROBIN_FACILITATOR, "Robin Hale", "robin", Side.CHANGE, FACILITATOR),
            harbour(BEA_PARTNER_SUPPORT, "Bea Lindqvist", "bea", Side.SUPPORT, PARTNER_SUPPORT),
            harbour(ALEX_ADMINISTRATOR, "Alex Moss", "alex", null, ADMINISTRATOR, DIRECTORY_EDITOR),
            harbour(KIT_DUTY_WORKER_CHANGE, "Kit Brandt", "kit", Side.CHANGE, DUTY, MANAGER),
            harbour(LEE_TRAINER, "Lee Hartigan", "lee", null, TRAINER),
            harbour(CAM_COMMISSIONER, "Cam Draper", "cam", null, COMMISSIONER),
            lantern(ASH_SUPPORT_WORKER_ELSEWHERE, "Ash Patel", "ash", SUPPORT_WORKER, DUTY, HELPLINE),
            lantern(NIA_LEAD_ELSEWHERE, "Nia Prosser", "nia", MANAGER, SAFEGUARDING_LEAD, PRIVACY_LEAD, ADMINISTRATOR, DIRECTORY_EDITOR),
            new Demo(INES_AT_THE_COUNCIL, "Ines Duarte", "ines@council.example", COUNCIL, null, Set.of(COMMISSIONER, ADMINISTRATOR)),
            new Demo(NOOR_REVIEWER, "Noor Haddad", "noor@board.example", QUALITY_BOARD, null, Set.of(REVIEWER)),
            new Demo(WREN_REVIEWER, "Wren Castellan", "wren@board.example", QUALITY_BOARD, null, Set.of(REVIEWER, MODERATOR)),
            new Demo(IDRIS_REVIEWER, "Idris Vale", "idris@board.example", QUALITY_BOARD, null, Set.of(REVIEWER)));
    private static final Integer[] WEEKDAYS = {1, 2, 3, 4, 5};

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Passwords passwords;
    private final Clock clock;

    DemoWorkers(JdbcClient sql, TransactionTemplate transaction, Seal seal, Passwords passwords, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.seal = seal;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Every demo sign-in, in the order to show them. All share {@link #PASSWORD}. */
    public static List<Demo> all() {
        return WORKERS;
    }

    /** One of them at work. */
    public static Actor.Worker at(WorkerId id) {
        return WORKERS.stream().filter(demo -> demo.worker().equals(id)).map(demo -> new Actor.Worker(id, demo.organisation(), demo.side(), demo.roles())).findFirst().orElseThrow();
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void plant() {
        String hash = passwords.hash(PASSWORD);
        Acting.as(new Actor.Installer(), () -> transaction.executeWithoutResult(status -> {
            organisation(HARBOUR_HOUSE, "Harbour House", "BOTH_SIDES", "01632 960100");
            organisation(LANTERN, "Lantern Northquay", "SUPPORT_SERVICE", "01632 960200");
            organisation(COUNCIL, "Westermouth Council", "COUNCIL", "01632 960300");
            organisation(QUALITY_BOARD, "Tideway Quality Board", "OTHER_AGENCY", "01632 960400");
            team(101, HARBOUR_HOUSE, Side.SUPPORT, "Support team", LocalTime.of(9, 30), 2);
            team(102, HARBOUR_HOUSE, Side.CHANGE, "Behaviour-change team", LocalTime.of(10, 0), 5);
            team(103, LANTERN, Side.SUPPORT, "Support team", LocalTime.of(9, 0), 2);
            WORKERS.forEach(worker -> worker(worker, hash));
        }));
    }

    private static Demo harbour(WorkerId id, String name, String email, @Nullable Side side, Role... roles) {
        return new Demo(id, name, email + "@harbour.example", HARBOUR_HOUSE, side, Set.of(roles));
    }

    private static Demo lantern(WorkerId id, String name, String email, Role... roles) {
        return new Demo(id, name, email + "@lantern.example", LANTERN, Side.SUPPORT, Set.of(roles));
    }

    private void organisation(OrganisationId id, String name, String kind, String phone) {
        sql.sql("insert into organisations.organisation (id, name, public_name, kind, phone, created_at) values (:id, :name, :name, :kind, :phone, :now)")
                .param("id", id.id()).param("name", name).param("kind", kind).param("phone", phone).param("now", Times.at(clock.instant())).update();
    }

    private void team(int number, OrganisationId organisation, Side side, String name, LocalTime readAt, int days) {
        sql.sql("""
                insert into organisations.team (id, organisation_id, side, name, receives, read_on, read_at, answers_within_days)
                values (:id, :organisation, :side, :name, true, :readOn, :readAt, :days)
                """)
                .param("id", UUID.fromString("00000000-0000-4000-8000-000000000" + number)).param("organisation", organisation.id()).param("side", side.name())
                .param("name", name).param("readOn", WEEKDAYS).param("readAt", readAt).param("days", days).update();
    }

    private void worker(Demo demo, String hash) {
        UUID id = demo.worker().id();
        Email email = new Email(demo.email());
        sql.sql("insert into organisations.worker (id, organisation_id, name, email, email_key, created_at) values (:id, :organisation, :name, :email, :key, :now)")
                .param("id", id).param("organisation", demo.organisation().id()).param("name", demo.name())
                .param("email", email.sealed(seal, id)).param("key", email.key(seal)).param("now", Times.at(clock.instant())).update();
        sql.sql("insert into organisations.membership (worker_id, organisation_id, side, roles, joined_on) values (:id, :organisation, :side, :roles, :joined)")
                .param("id", id).param("organisation", demo.organisation().id()).param("side", demo.side() == null ? null : demo.side().name())
                .param("roles", demo.roles().stream().map(Role::name).sorted().toArray(String[]::new)).param("joined", LocalDate.of(2025, 4, 1)).update();
        sql.sql("insert into organisations.credential (worker_id, organisation_id, password_hash, demo, changed_at) values (:id, :organisation, :hash, true, :now)")
                .param("id", id).param("organisation", demo.organisation().id()).param("hash", hash).param("now", Times.at(clock.instant())).update();
    }
}
