package org.alongside.matching.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.matching.MatchDecision;
import org.alongside.matching.PartyRole;
import org.alongside.matching.RecordKind;
import org.alongside.organisations.Colleague;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class MatchesPages {
    private static final int ROWS = 50;
    private static final String HIT = """
            select h.id, h.new_kind, h.new_record_id, h.new_side, h.new_role, h.new_worked_by, h.known_kind, h.known_record_id, h.known_side, h.known_role, h.known_worked_by,
                   (select string_agg(case r when 'NAME_AND_BIRTH_DATE' then 'same name and birth date' when 'PHONE' then 'same telephone number'
                                             when 'ADDRESS' then 'same address' else 'same name as a worker' end, ', ') from unnest(h.reasons) r) as why, h.found_at, h.holds
              from matching.hit h where h.decision is null
            """;
    private final JdbcClient sql;
    private final Organisations organisations;
    private final AuditTrail trail;

    MatchesPages(JdbcClient sql, Organisations organisations, AuditTrail trail) {
        this.sql = sql;
        this.organisations = organisations;
        this.trail = trail;
    }

    private record Hit(UUID id, RecordKind newKind, UUID newRecordId, @Nullable Side newSide, PartyRole newRole, @Nullable UUID newWorkedBy,
            RecordKind knownKind, UUID knownRecordId, @Nullable Side knownSide, PartyRole knownRole, @Nullable UUID knownWorkedBy, String why, OffsetDateTime foundAt, boolean holds) {}

    MatchesPage open(@Nullable UUID after, Actor.Worker me) {
        List<Hit> hits = sql.sql(HIT + """
                 and (cast(:after as uuid) is null or (h.found_at, h.id) < (select a.found_at, a.id from matching.hit a where a.id = :after))
                 order by h.found_at desc, h.id desc limit :limit
                """).param("after", after).param("limit", ROWS + 1).query(Hit.class).list();
        List<Hit> shown = hits.stream().limit(ROWS).toList();
        trail.listed("match", "open matches", shown.stream().map(Hit::id).toList());
        Map<UUID, String> names = names(organisations.colleagues());
        return new MatchesPage(shown.stream().map(hit -> row(hit, names, me)).toList(), hits.size() > ROWS ? "/desk/matches?after=" + shown.get(ROWS - 1).id() : null);
    }

    /** Whether a worker is kept apart by this match while nobody has decided. */
    boolean holds(UUID id) {
        return sql.sql("select holds from matching.hit where id = :id").param("id", id).query(Boolean.class).optional().orElse(false);
    }

    MatchPage match(UUID id, MatchForm form, Problems problems, Actor.Worker me) {
        Hit hit = sql.sql(HIT + " and h.id = :id").param("id", id).query(Hit.class).optional().orElseThrow(() -> new NotFound("match", id));
        trail.looked("match", id);
        List<Colleague> colleagues = organisations.colleagues();
        return new MatchPage(row(hit, names(colleagues), me), decisions(hit.holds),
                colleagues.stream().map(one -> new Option(one.id().id().toString(), one.name())).toList(), form, problems);
    }

    private static List<Option> decisions(boolean holds) {
        // Safety: a worker who knows somebody stays apart from them; nobody is asked whether that does harm.
        if (holds) return List.of(new Option(MatchDecision.CONFLICT.name(), "The same person: they stay apart"), new Option(MatchDecision.DIFFERENT_PEOPLE.name(), "Somebody else: let it go"));
        return Stream.of(MatchDecision.values()).map(one -> new Option(one.name(), one.words())).toList();
    }

    private static Map<UUID, String> names(List<Colleague> colleagues) {
        return colleagues.stream().collect(Collectors.toMap(one -> one.id().id(), Colleague::name));
    }

    private static MatchRow row(Hit hit, Map<UUID, String> names, Actor.Worker me) {
        return new MatchRow(hit.id, half(hit.newKind, hit.newRecordId, hit.newSide, hit.newRole, hit.newWorkedBy, names, me),
                half(hit.knownKind, hit.knownRecordId, hit.knownSide, hit.knownRole, hit.knownWorkedBy, names, me), hit.why, hit.foundAt.toInstant(), hit.holds);
    }

    private static MatchRow.Half half(RecordKind kind, UUID record, @Nullable Side side, PartyRole role, @Nullable UUID workedBy, Map<UUID, String> names, Actor.Worker me) {
        if (kind == RecordKind.WORKER) {
            boolean knows = role == PartyRole.KNOWN;
            return new MatchRow.Half("Worker", names.getOrDefault(record, "A former colleague") + (knows ? " said they know this person" : ""), null, record, false, knows && me.is(Role.SAFEGUARDING_LEAD) ? "/desk/known/of/" + record : null);
        }
        String where = side == Side.CHANGE ? ", behaviour-change side" : ", support side";
        // Safety: a lead learns that a record across the wall exists and who works it, and has no way in.
        String href = side == me.side() ? (kind == RecordKind.CASE ? "/desk/cases/" : "/desk/referrals/") + record : null;
        return new MatchRow.Half(kind.words(), role.words() + where, workedBy == null ? null : names.getOrDefault(workedBy, "A former colleague"), workedBy, true, href);
    }
}
