package org.alongside.casework.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.casework.GenderWish;
import org.alongside.organisations.Organisations;
import org.alongside.referral.ReferralId;
import org.alongside.referral.Referrals;
import org.alongside.shared.Problems;
import org.alongside.shared.Seal;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class AllocationPages {
    private final JdbcClient sql;
    private final CaseBars bars;
    private final ActionsPages actions;
    private final Referrals referrals;
    private final Organisations organisations;
    private final Seal seal;

    AllocationPages(JdbcClient sql, CaseBars bars, ActionsPages actions, Referrals referrals, Organisations organisations, Seal seal) {
        this.sql = sql;
        this.bars = bars;
        this.actions = actions;
        this.referrals = referrals;
        this.organisations = organisations;
        this.seal = seal;
    }

    private record Row(UUID id, UUID toId, UUID byId, OffsetDateTime at, @Nullable GenderWish wish, byte @Nullable [] wishWords, @Nullable Boolean wishMet, byte @Nullable [] words) {}

    /** @param typed what was typed; null for a fresh form, which begins with the wish as it is known */
    AllocationPage page(UUID id, @Nullable AllocationForm typed, Problems problems, Actor.Worker me) {
        CaseBar bar = bars.look(id);
        List<Row> rows = sql.sql("select id, to_id, by_id, at, wish, wish_words, wish_met, words from casework.allocation where case_id = :case order by at desc, id").param("case", id).query(Row.class).list();
        boolean may = me.is(Role.MANAGER) || me.is(Role.DUTY) || me.is(Role.SAFEGUARDING_LEAD);
        List<Option> colleagues = actions.colleagues(bar).stream().filter(colleague -> may || colleague.value().equals(me.worker().id().toString())).toList();
        return new AllocationPage(bar, typed == null ? fresh(id, rows) : typed, problems, colleagues, may, rows.stream().map(this::before).toList());
    }

    private AllocationForm fresh(UUID id, List<Row> rows) {
        return rows.stream().filter(row -> row.wish != null).findFirst().map(row -> AllocationForm.empty(row.wish == null ? null : row.wish.name(), words(row))).orElseGet(() -> AllocationForm.empty(asked(id), null));
    }

    /** The wish as they said it when they asked for help; null when they did not. */
    private @Nullable String asked(UUID id) {
        String wish = sql.sql("select referral_id from casework.client_case where id = :case and referral_id is not null").param("case", id).query(UUID.class).optional().map(referral -> referrals.facts(new ReferralId(referral)).workerWish()).orElse("");
        return wish.isEmpty() ? null : wish.equals("NO_WISH") ? GenderWish.NONE.name() : wish;
    }

    private AllocationPage.Before before(Row row) {
        String wish = row.wish == null ? null : row.wish == GenderWish.OTHER ? words(row) : row.wish.words();
        return new AllocationPage.Before(organisations.nameOf(new WorkerId(row.toId)), organisations.nameOf(new WorkerId(row.byId)), row.at.toInstant(), wish, row.wishMet,
                seal.open(row.words, "casework.allocation.words", row.id));
    }

    private @Nullable String words(Row row) {
        return seal.open(row.wishWords, "casework.allocation.wish_words", row.id);
    }
}
