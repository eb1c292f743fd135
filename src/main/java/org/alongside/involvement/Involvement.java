package org.alongside.involvement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.audit.AuditTrail;
import org.alongside.files.Detail;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.alongside.standards.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What changed because of those who were hurt: what their groups asked for, what was decided, and what is different now. */
@Service
@Transactional
public class Involvement {
    private static final String FACTS = "select c.*, exists (select from involvement.heard h where h.change_id = c.id) as public from involvement.change c ";
    private static final int MOST = 500, LONGEST_PUBLIC = 500;
    private final Groups groups;
    private final Standards standards;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient sql;
    private final Clock clock;

    Involvement(Groups groups, Standards standards, AuditTrail audit, ApplicationEventPublisher events, JdbcClient sql, Clock clock) {
        this.groups = groups;
        this.standards = standards;
        this.audit = audit;
        this.events = events;
        this.sql = sql;
        this.clock = clock;
    }

    /** Everything the groups of the acting worker's organisation asked for, on their side, the latest first; none for anybody else. An assessment can point to each by its id. */
    @Transactional(readOnly = true)
    public List<Change> changes() {
        return sql.sql(FACTS + "where c.organisation_id = access.organisation() and c.side = access.side() order by c.asked_on desc, c.id limit :most").param("most", MOST).query(Involvement::change).list();
    }

    /** One of them; empty for whoever may not read it. */
    @Transactional(readOnly = true)
    public Optional<Change> change(UUID id) {
        return sql.sql(FACTS + "where c.id = :id").param("id", id).query(Involvement::change).optional();
    }

    /** What anybody may read, of every organisation here, the latest first. */
    @Transactional(readOnly = true)
    public List<Heard> heard() {
        return sql.sql("select * from involvement.heard order by on_day desc, change_id limit :most").param("most", MOST).query(Involvement::publicWords).list();
    }

    /** The same, of one change; empty where nobody may read it. */
    @Transactional(readOnly = true)
    public Optional<Heard> heard(UUID change) {
        return sql.sql("select * from involvement.heard where change_id = :change").param("change", change).query(Involvement::publicWords).optional();
    }

    /** The same, of one organisation and about one statement. */
    @Transactional(readOnly = true)
    public List<Heard> heard(OrganisationId organisation, String standard, String statement) {
        return sql.sql("select * from involvement.heard where organisation_id = :organisation and standard_key = :standard and statement_id = :statement order by on_day desc, change_id limit :most").param("organisation", organisation.id()).param("standard", standard).param("statement", statement)
                .param("most", MOST).query(Involvement::publicWords).list();
    }

    private static Heard publicWords(ResultSet row, int number) throws SQLException {
        return new Heard(row.getObject("change_id", UUID.class), new OrganisationId(row.getObject("organisation_id", UUID.class)), row.getString("heard"), row.getString("did"), row.getObject("on_day", LocalDate.class), row.getString("standard_key"), row.getString("statement_id"));
    }

    @Transactional(readOnly = true)
    public List<Change> of(UUID group, Actor.Worker me) {
        groups.one(group, me);
        return sql.sql(FACTS + "where c.group_id = :group order by c.asked_on desc, c.id limit :most").param("group", group).param("most", MOST).query(Involvement::change).list();
    }

    @Transactional(readOnly = true)
    public Change one(UUID id, Actor.Worker me) {
        Groups.mustBeOfTheSide(me);
        return change(id).orElseThrow(() -> new NotFound("change", id));
    }

    /** @param id made with the form, so that a second press finds the first */
    public void write(UUID id, UUID group, Change.Words words, Actor.Worker me) {
        groups.mustRun(group, me);
        fit(words);
        Map<String, @Nullable Object> columns = columns(id, words);
        int written = sql.sql("""
                insert into involvement.change (id, group_id, asked_on, proposal, decision, why, decided_on, changed, changed_on, standard_key, statement_id, heard, did, written_by, written_at)
                values (:id, :group, :asked, :proposal, :decision, :why, :decided, :changed, :changedOn, :standard, :statement, :heard, :did, :me, :now) on conflict (id) do nothing
                """).params(columns).param("group", group).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (written > 0) audit.changed("change", id, "written");
    }

    /** What is public of it changes with it. @param revision as it was read; RuleBroken when somebody else saved meanwhile */
    public void change(UUID id, Change.Words words, int revision, Actor.Worker me) {
        Change before = mustRun(id, me);
        fit(words);
        if (before.isPublic()) mustBePublishable(words.heard(), words.did(), words.decision());
        int changed = sql.sql("""
                update involvement.change set asked_on = :asked, proposal = :proposal, decision = :decision, why = :why, decided_on = :decided, changed = :changed, changed_on = :changedOn, standard_key = :standard, statement_id = :statement, heard = :heard, did = :did, revision = revision + 1
                 where id = :id and revision = :revision
                """).params(columns(id, words)).param("revision", revision).update();
        if (changed == 0) throw new RuleBroken("involvement.meanwhile", "Somebody else saved this meanwhile. What you wrote is still here: open the page again beside it, and put the two together.");
        if (before.isPublic()) sql.sql("update involvement.heard set heard = :heard, did = :did, on_day = :day, standard_key = :standard, statement_id = :statement where change_id = :id").params(published(one(id, me))).update();
        audit.changed("change", id, "changed");
        if (before.isPublic()) events.publishEvent(new InvolvementEvent.PublicWordsChanged(id));
    }

    /** Anybody may read the two sentences from now on. RuleBroken while one is missing or nothing is decided. */
    public void publish(UUID id, Actor.Worker me) {
        Change change = mustRun(id, me);
        mustBePublishable(change.heard(), change.did(), change.decision());
        int published = sql.sql("insert into involvement.heard (change_id, heard, did, on_day, standard_key, statement_id, published_at) values (:id, :heard, :did, :day, :standard, :statement, :now) on conflict (change_id) do nothing").params(published(change))
                .param("now", Times.at(clock.instant())).update();
        if (published > 0) audit.changed("change", id, "made public");
    }

    public void takeBack(UUID id, Actor.Worker me) {
        mustRun(id, me);
        if (sql.sql("delete from involvement.heard where change_id = :id").param("id", id).update() == 0) return;
        audit.changed("change", id, "taken back");
        events.publishEvent(new InvolvementEvent.PublicWordsChanged(id));
    }

    private Change mustRun(UUID id, Actor.Worker me) {
        Change change = one(id, me);
        if (!groups.one(change.group(), me).isRunBy(me.worker())) throw new NotFound("change", id);
        return change;
    }

    private void fit(Change.Words words) {
        LocalDate today = Times.day(clock.instant());
        if (words.askedOn().isAfter(today)) throw new RuleBroken("involvement.to-come", "Enter today or a day before.");
        if (words.decision() == Decision.DID && (words.changed().isBlank() || words.changedOn() == null)) throw new RuleBroken("involvement.did-what", "Say what is different now, and since when.");
        if (words.decision() != null && words.decision() != Decision.DID && words.why().isBlank()) throw new RuleBroken("involvement.why", "Say why: they gave their time for it.");
        if (words.standard() != null && standards.one(words.standard()).filter(one -> one.has(String.valueOf(words.statement()))).isEmpty()) {
            throw new RuleBroken("involvement.statement", "Choose a statement of the list.");
        }
    }

    private static void mustBePublishable(String heard, String did, @Nullable Decision decision) {
        if (decision == null) throw new RuleBroken("involvement.undecided", "Decide first: people want to know what became of it.");
        if (heard.isBlank() || did.isBlank()) throw new RuleBroken("involvement.two-sentences", "Write both sentences first: what you heard, and what you did.");
        // Safety: anybody reads them, and reviewers of other organisations read them as evidence.
        Detail.mustBeNone(heard + "\n" + did, "involvement.details");
        if (heard.length() > LONGEST_PUBLIC || did.length() > LONGEST_PUBLIC) throw new RuleBroken("involvement.long", "Use at most " + LONGEST_PUBLIC + " letters for each sentence.");
    }

    private static Map<String, @Nullable Object> columns(UUID id, Change.Words words) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("id", id);
        columns.put("asked", words.askedOn());
        columns.put("proposal", words.proposal());
        columns.put("decision", words.decision() == null ? null : words.decision().name());
        columns.put("why", words.why());
        columns.put("decided", words.decidedOn());
        columns.put("changed", words.changed());
        columns.put("changedOn", words.changedOn());
        columns.put("standard", words.standard());
        columns.put("statement", words.statement());
        columns.put("heard", words.heard());
        columns.put("did", words.did());
        return columns;
    }

    private static Map<String, @Nullable Object> published(Change change) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("id", change.id());
        columns.put("heard", change.heard());
        columns.put("did", change.did());
        columns.put("day", change.changedOn() == null ? change.decidedOn() : change.changedOn());
        columns.put("standard", change.standard());
        columns.put("statement", change.statement());
        return columns;
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        String decision = row.getString("decision");
        return new Change(row.getObject("id", UUID.class), row.getObject("group_id", UUID.class), row.getObject("asked_on", LocalDate.class), row.getString("proposal"), decision == null ? null : Decision.valueOf(decision), row.getString("why"),
                row.getObject("decided_on", LocalDate.class), row.getString("changed"), row.getObject("changed_on", LocalDate.class), row.getString("standard_key"), row.getString("statement_id"), row.getString("heard"), row.getString("did"), row.getBoolean("public"), row.getInt("revision"));
    }
}
