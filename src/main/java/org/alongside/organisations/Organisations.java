package org.alongside.organisations;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works where. Each answer holds only what the one who asks may see. */
@Service
@Transactional
public class Organisations {
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;
    private final NamesOnce names = new NamesOnce();

    Organisations(JdbcClient sql, Seal seal, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** The organisation's public name: for one's own, and for those that take referrals. */
    public Optional<String> nameOf(OrganisationId organisation) {
        return sql.sql("select public_name from organisations.organisation where id = :id").param("id", organisation.id()).query(String.class).optional();
    }

    /** The public names of all organisations that whoever asks may know. */
    public Map<OrganisationId, String> publicNames() {
        Map<OrganisationId, String> names = new HashMap<>();
        sql.sql("select id, public_name from organisations.organisation").query((row, number) -> names.put(new OrganisationId(row.getObject("id", UUID.class)), row.getString("public_name"))).list();
        return names;
    }

    /** Every organisation in this house, for whoever sets something up in all of them; to anyone else only those they may see. */
    public List<OrganisationId> all() {
        return sql.sql("select id from organisations.organisation order by id").query(UUID.class).list().stream().map(OrganisationId::new).toList();
    }

    /** The organisation this house was set up for: the one that was made first, whoever asks. Empty before there is any. */
    public Optional<OrganisationId> first() {
        return sql.sql("select organisations.first() as id").query((row, number) -> Optional.ofNullable(row.getObject("id", UUID.class))).single().map(OrganisationId::new);
    }

    /** A colleague's name, also when they have left; "A former colleague" for anyone else. */
    public String nameOf(WorkerId worker) {
        String known = names.inThisTransaction(this::names).known().get(worker);
        if (known != null) return known;
        return sql.sql("select name from organisations.worker where id = :id").param("id", worker.id()).query(String.class).optional().orElse(Names.UNKNOWN);
    }

    public Names names() {
        Map<WorkerId, String> names = new LinkedHashMap<>();
        sql.sql("select id, name from organisations.worker where organisation_id = access.organisation() order by name, id")
                .query((row, number) -> names.put(new WorkerId(row.getObject("id", UUID.class)), row.getString("name"))).list();
        return new Names(names);
    }

    /** Everyone who works in one's own organisation today, by name. */
    public List<Colleague> colleagues() {
        return sql.sql("""
                select w.id, w.name, m.side, m.roles
                  from organisations.membership m join organisations.worker w on w.id = m.worker_id
                 where m.left_on is null and m.organisation_id = access.organisation() order by w.name, w.id
                """).query(Organisations::colleague).list();
    }

    /** The organisations to which a referral may be sent from here, by name. */
    public List<Receiving> receiving(Side side) {
        return sql.sql("""
                select o.id, o.public_name, t.read_on, t.read_at, t.answers_within_days
                  from organisations.team t join organisations.organisation o on o.id = t.organisation_id
                 where t.receives and t.side = :side order by o.public_name, o.id, t.name
                """).param("side", side.name()).query(this::inbox).list();
    }

    /** Another organisation in this house. @param isPublicBody a council or another agency; else a service */
    public record Elsewhere(OrganisationId id, String name, boolean isPublicBody) {}

    /** The other organisations in this house that may be known here: those that take referrals, councils and agencies; by name. */
    public List<Elsewhere> others() {
        return sql.sql("select id, public_name, kind in ('COUNCIL', 'OTHER_AGENCY') as public_body from organisations.organisation where id <> access.organisation() order by public_name, id")
                .query((row, number) -> new Elsewhere(new OrganisationId(row.getObject("id", UUID.class)), row.getString("public_name"), row.getBoolean("public_body"))).list();
    }

    /** Who does any of this work on this side of an organisation (on either side, when none is given), each once. For jobs and colleagues. */
    public List<WorkerId> withRole(OrganisationId organisation, @Nullable Side side, Role... any) {
        return sql.sql("""
                select worker_id from organisations.membership
                 where organisation_id = :organisation and left_on is null and roles && :roles::text[] and (:side::text is null or side = :side) order by joined_on, worker_id
                """).param("organisation", organisation.id()).param("roles", Stream.of(any).map(Role::name).toArray(String[]::new)).param("side", side == null ? null : side.name())
                .query(UUID.class).list().stream().map(WorkerId::new).toList();
    }

    /** Where a notice to a worker goes; nowhere once they have left. For jobs only. */
    public Optional<String> emailOf(WorkerId worker) {
        Acting.current().filter(Actor.Job.class::isInstance).orElseThrow(NotFound::new);
        return sql.sql("""
                select w.email from organisations.worker w join organisations.membership m on m.worker_id = w.id where w.id = :id and m.left_on is null
                """).param("id", worker.id()).query(byte[].class).optional().map(sealed -> seal.open(sealed, Email.COLUMN, worker.id()));
    }

    static Colleague colleague(ResultSet row, int number) throws SQLException {
        return new Colleague(new WorkerId(row.getObject("id", UUID.class)), row.getString("name"), side(row), roles(row));
    }

    static @Nullable Side side(ResultSet row) throws SQLException {
        String side = row.getString("side");
        return side == null ? null : Side.valueOf(side);
    }

    static Set<Role> roles(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("roles").getArray()).map(Role::valueOf).collect(toUnmodifiableSet());
    }

    private Receiving inbox(ResultSet row, int number) throws SQLException {
        ReadingTimes times = ReadingTimes.of((Integer[]) row.getArray("read_on").getArray(), row.getTime("read_at").toLocalTime());
        return new Receiving(new OrganisationId(row.getObject("id", UUID.class)), row.getString("public_name"), times.next(clock.instant()), Duration.ofDays(row.getInt("answers_within_days")));
    }
}
