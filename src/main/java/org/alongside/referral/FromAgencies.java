package org.alongside.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.shared.Names;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many referrals professionals of an agency made, by month; never which. */
@Service
@Transactional
public class FromAgencies {
    private final JdbcClient sql;
    private final Seal seal;

    FromAgencies(JdbcClient sql, Seal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    /** Of the acting organisation, from agencies called so, in months that had any. For those who train and those who pay for it. */
    @Transactional(readOnly = true)
    public SortedMap<YearMonth, Integer> byMonth(Collection<String> agencies) {
        SortedMap<YearMonth, Integer> months = new TreeMap<>();
        sql.sql("select month, count(*) as referrals from referral.from_agency where organisation_id = access.organisation() and agency = any (:agencies) group by month").param("agencies", agencies.stream().map(this::fingerprint).toArray(String[]::new))
                .query(row -> { months.put(YearMonth.from(row.getObject("month", LocalDate.class)), row.getInt("referrals")); });
        return months;
    }

    /** One more came. */
    void count(OrganisationId to, String agency, boolean aboutBehaviour, Instant now) {
        if (Names.key(agency).isEmpty()) return;
        sql.sql("insert into referral.from_agency (id, organisation_id, month, agency, about_behaviour) values (:id, :to, :month, :agency, :behaviour)").param("id", UUID.randomUUID()).param("to", to.id()).param("month", Times.day(now).withDayOfMonth(1))
                .param("agency", fingerprint(agency)).param("behaviour", aboutBehaviour).update();
    }

    private String fingerprint(String agency) {
        return seal.fingerprint("referral.agency", Names.key(agency));
    }
}
