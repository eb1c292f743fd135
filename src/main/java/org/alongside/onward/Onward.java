package org.alongside.onward;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.directory.Directory;
import org.alongside.directory.Listing;
import org.alongside.people.CountedAs;
import org.alongside.people.People;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Clients sent on to other services. It ends with what the client says of it; until then the case says that somebody should ask. */
@Service
@Transactional
public class Onward {
    private static final String NAME = "onward.sent.name", WORDS = "onward.sent.account_words";
    private static final int MOST = 200;
    private final Cases cases;
    private final People people;
    private final Directory directory;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Onward(Cases cases, People people, Directory directory, JdbcClient sql, Seal seal, Clock clock) {
        this.cases = cases;
        this.people = people;
        this.directory = directory;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** @param id made with the form, so that a second press finds the first @param name as it stands in the directory, or any other */
    public void send(CaseId caseId, UUID id, String name, Way way, LocalDate on, Actor.Worker me) {
        CaseFacts facts = cases.mustBeOpenFor(caseId, me);
        if (on.isAfter(today())) throw new RuleBroken("onward.to-come", "Enter the day they were sent on: today, or before.");
        UUID service = directory.called(name).map(Listing::id).orElse(null);
        String gender = people.find(facts.person()).orElseThrow(() -> new NotFound("person", facts.person().id())).about().gender();
        int sent = sql.sql("""
                insert into onward.sent (id, case_id, service_id, name, way, sent_on, sent_by, counted_as, recorded_at) values (:id, :case, :service, :name, :way, :on, :by, :countedAs, :now) on conflict (id) do nothing
                """).param("id", id).param("case", caseId.id()).param("service", service).param("name", seal.close(name, NAME, id)).param("way", way.name()).param("on", on).param("by", me.worker().id())
                .param("countedAs", CountedAs.guessed(gender).name()).param("now", Times.at(clock.instant())).update();
        if (sent == 0) {
            one(caseId, id);
            return;
        }
        tell(caseId, "Sent on to another service", me);
    }

    /** What the client says of it. Closed cases too: people come back to tell. It may be said anew. */
    public void told(CaseId caseId, UUID id, Account account, String words, Actor.Worker me) {
        cases.facts(caseId);
        Sent sent = one(caseId, id);
        sql.sql("update onward.sent set account = :account, account_words = :words, account_by = :by, account_at = :now where id = :id").param("account", account.name()).param("words", seal.closeWords(words, WORDS, id))
                .param("by", me.worker().id()).param("now", Times.at(clock.instant())).param("id", id).update();
        if (sent.told() != null) count(id, sent.told().account(), -1);
        count(id, account, 1);
        tell(caseId, "How it went at another service: " + account.words().toLowerCase(Locale.UK), me);
    }

    /** The newest first. Not audited: the page is. */
    public List<Sent> of(CaseId caseId) {
        return sql.sql("select * from onward.sent where case_id = :case order by sent_on desc, recorded_at desc, id limit :most").param("case", caseId.id()).param("most", MOST).query(this::sent).list();
    }

    /** NotFound when the case has no such row for whoever asks. */
    public Sent one(CaseId caseId, UUID id) {
        return sql.sql("select * from onward.sent where id = :id and case_id = :case").param("id", id).param("case", caseId.id()).query(this::sent).optional().orElseThrow(() -> new NotFound("sent", id));
    }

    /** What clients said of a service. @param clients how many; protect it before it is shown */
    public record Said(UUID service, Account account, CountedAs countedAs, int clients) {}

    /** For those who keep the directory and for managers: of their own organisation's clients. */
    @Transactional(readOnly = true)
    public List<Said> said(Actor.Worker me) {
        me.mustBe(Role.DIRECTORY_EDITOR, Role.MANAGER);
        return sql.sql("select service_id as service, account, counted_as, clients from onward.said where organisation_id = access.organisation() and clients > 0").query(Said.class).list();
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from onward.sent where case_id = :case").param("case", erased.id().id()).update();
    }

    private void count(UUID id, Account account, int by) {
        sql.sql("""
                insert into onward.said (service_id, account, counted_as, clients) select service_id, :account, counted_as, greatest(:by, 0) from onward.sent where id = :id and service_id is not null
                on conflict (organisation_id, service_id, account, counted_as) do update set clients = greatest(onward.said.clients + :by, 0)
                """).param("account", account.name()).param("by", by).param("id", id).update();
    }

    private void tell(CaseId caseId, String headline, Actor.Worker me) {
        cases.tell(caseId, new TimelineEntry(MomentKind.ONWARD, clock.instant(), me.worker(), headline, path(caseId)));
        LocalDate next = of(caseId).stream().filter(one -> one.told() == null).map(Sent::askOn).min(LocalDate::compareTo).orElse(null);
        cases.lookAgainOn(caseId, MomentKind.ONWARD, next);
    }

    private Sent sent(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Sent.Told told = row.getString("account") == null ? null : new Sent.Told(Account.valueOf(row.getString("account")), seal.openWords(row.getBytes("account_words"), WORDS, id), new WorkerId(row.getObject("account_by", UUID.class)),
                row.getObject("account_at", OffsetDateTime.class).toInstant());
        return new Sent(id, row.getObject("service_id", UUID.class), seal.openWords(row.getBytes("name"), NAME, id), Way.valueOf(row.getString("way")), row.getObject("sent_on", LocalDate.class), new WorkerId(row.getObject("sent_by", UUID.class)), told);
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }

    public static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/onward";
    }
}
