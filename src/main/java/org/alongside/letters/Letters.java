package org.alongside.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.NeedDomain;
import org.alongside.casework.Needs;
import org.alongside.casework.TimelineEntry;
import org.alongside.disclosure.Basis;
import org.alongside.disclosure.Because;
import org.alongside.disclosure.Disclosure;
import org.alongside.disclosure.Field;
import org.alongside.disclosure.Purpose;
import org.alongside.disclosure.Recipient;
import org.alongside.disclosure.Release;
import org.alongside.disclosure.Via;
import org.alongside.organisations.Organisations;
import org.alongside.people.About;
import org.alongside.people.Addresses;
import org.alongside.people.People;
import org.alongside.risk.Levels;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letters of a case. What is known is filled in, as far as it may be told; where somebody lives never is. */
@Service
@Transactional
public class Letters {
    private static final String TO_NAME = "letters.letter.to_name", TO_LINES = "letters.letter.to_lines", NECESSITY = "letters.letter.necessity", WHY_NOT = "letters.letter.why_not_told", BODY = "letters.letter.body";
    private static final int MOST = 200;
    private final List<Template> templates = Template.shipped();
    private final Cases cases;
    private final Needs needs;
    private final Levels levels;
    private final People people;
    private final Addresses addresses;
    private final Organisations organisations;
    private final ObjectProvider<KnownElsewhere> elsewhere;
    private final Disclosure disclosure;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Letters(Cases cases, Needs needs, Levels levels, People people, Addresses addresses, Organisations organisations, ObjectProvider<KnownElsewhere> elsewhere, Disclosure disclosure, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.cases = cases;
        this.needs = needs;
        this.levels = levels;
        this.people = people;
        this.addresses = addresses;
        this.organisations = organisations;
        this.elsewhere = elsewhere;
        this.disclosure = disclosure;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Those that the side of whoever asks writes. */
    public List<Template> templates(Actor.Worker me) {
        return templates.stream().filter(one -> one.side() == null || one.side() == me.side()).toList();
    }

    /** The template of this key, or one without words for a key nobody knows any more. */
    public Template template(String key) {
        return templates.stream().filter(one -> one.key().equals(key)).findFirst().orElse(new Template(key, "A letter", ""));
    }

    /** @param id made with the form, so that a second press finds the first @param agreed what may be told; {@code because} on what basis */
    public record NewLetter(UUID id, String template, String toName, String toLines, Set<Field> agreed, Because because) {}

    /** Begins a letter with what is known and may be told. */
    public void begin(CaseId caseId, NewLetter asked, Actor.Worker me) {
        CaseFacts facts = cases.mustBeOpenFor(caseId, me);
        Template template = templates(me).stream().filter(one -> one.key().equals(asked.template())).findFirst().orElseThrow(NotFound::new);
        if (holdsAnAddress(facts, asked.toName() + "\n" + asked.toLines())) throw new RuleBroken("letters.to-them", "This is an address of theirs. A letter to an agency goes to the agency.");
        String body = template.filled(facts(facts, asked, me));
        sql.sql("""
                insert into letters.letter (id, case_id, template, to_name, to_lines, agreed, basis, necessity, told, why_not_told, body, begun_by, begun_at)
                values (:id, :case, :template, :toName, :toLines, :agreed, :basis, :necessity, :told, :whyNot, :body, :me, :now) on conflict (id) do nothing
                """).param("id", asked.id()).param("case", caseId.id()).param("template", asked.template()).param("toName", seal.close(asked.toName(), TO_NAME, asked.id())).param("toLines", seal.closeWords(asked.toLines(), TO_LINES, asked.id()))
                .param("agreed", asked.agreed().stream().map(Field::name).sorted().toArray(String[]::new)).param("basis", asked.because().basis().name()).param("necessity", seal.closeWords(asked.because().necessity(), NECESSITY, asked.id()))
                .param("told", asked.because().told()).param("whyNot", seal.closeWords(asked.because().whyNotTold(), WHY_NOT, asked.id())).param("body", seal.close(body, BODY, asked.id())).param("me", me.worker().id())
                .param("now", Times.at(clock.instant())).update();
        one(caseId, asked.id());
        audit.changed("letter", asked.id(), "begun");
    }

    private Map<Fact, String> facts(CaseFacts facts, NewLetter asked, Actor.Worker me) {
        Set<Field> may = release(facts, asked.id(), asked.agreed()).allowed();
        About about = people.find(facts.person()).orElseThrow(() -> new NotFound("person", facts.person().id())).about();
        Map<Fact, String> known = new EnumMap<>(Fact.class);
        known.put(Fact.NAME, (about.givenName() + " " + about.familyName()).strip());
        if (asked.because().basis() == Basis.AGREED) known.put(Fact.AGREED, "They have agreed to this letter.");
        if (about.bornOn() != null) known.put(Fact.BORN, Times.say(about.bornOn()));
        if (!about.languages().isBlank()) known.put(Fact.LANGUAGE, about.languages() + (about.interpreterNeeded() ? ", with an interpreter" : ""));
        known.put(Fact.ACCESS, about.accessNeeds());
        known.put(Fact.NEEDS, needs.open(facts.id()).stream().map(NeedDomain::words).map(words -> words.toLowerCase(Locale.UK)).collect(Collectors.joining("; ")));
        if (me.side() == Side.SUPPORT) levels.of(facts.id()).ifPresent(stands -> known.put(Fact.LEVEL, stands.level().words().toLowerCase(Locale.UK)));
        organisations.nameOf(me.organisation()).ifPresent(name -> known.put(Fact.SERVICE, name));
        known.put(Fact.SINCE, Times.say(Times.day(cases.openedAt(facts.id()))));
        elsewhere.forEach(room -> known.putAll(room.of(facts.id())));
        // Safety: what may not be told is not even offered to the text.
        known.keySet().removeIf(fact -> !may.contains(fact.field()));
        return known;
    }

    private static Release release(CaseFacts facts, UUID letter, Set<Field> agreed) {
        return new Release(new Recipient.Agency(letter), Purpose.LETTER, facts.person(), Via.LETTER, agreed, null);
    }

    /** Keeps a draft as it stands. @return the new revision. RuleBroken when somebody saved after {@code revision}. */
    public int save(CaseId caseId, UUID id, int revision, String body, Actor.Worker me) {
        cases.mustBeOpenFor(caseId, me);
        mustBeDraft(one(caseId, id));
        return write(id, revision, body);
    }

    private int write(UUID id, int revision, String body) {
        int saved = sql.sql("update letters.letter set body = :body, revision = revision + 1 where id = :id and revision = :revision and finished_at is null").param("body", seal.close(body, BODY, id)).param("id", id).param("revision", revision).update();
        if (saved == 0) throw Cases.changedMeanwhile();
        return revision + 1;
    }

    /** Finishes it: from now on it does not change, and the ledger says what left. */
    public void finish(CaseId caseId, UUID id, int revision, String body, Actor.Worker me) {
        CaseFacts facts = cases.mustBeOpenFor(caseId, me);
        if (body.isBlank()) throw new RuleBroken("letters.empty", "The letter is empty.");
        // Safety: where somebody lives, lived or stays is in no letter, whoever typed it and whatever was agreed.
        if (holdsAnAddress(facts, body)) throw new RuleBroken("letters.address", "An address of theirs stands in this letter. Take it out: whoever reads the letter may know whom they should not know.");
        Letter draft = one(caseId, id);
        // Safety: nobody agrees for a partner. Where there is danger, there is another basis than their agreement.
        if (draft.because().basis() == Basis.AGREED && namesOthers(caseId, body)) throw new RuleBroken("letters.others", "A partner is named in this letter, and it rests on what the participant agreed to. Take the name out, or begin a letter on another basis.");
        mustBeDraft(draft);
        write(id, revision, body);
        sql.sql("update letters.letter set finished_by = :me, finished_at = :now where id = :id").param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("id", id).update();
        disclosure.share(release(facts, id, draft.agreed()), null, draft.because(), draft.agreed(), me);
        cases.tell(caseId, new TimelineEntry(MomentKind.LETTER, clock.instant(), me.worker(), "Letter: " + template(draft.template()).title().toLowerCase(Locale.UK), path(caseId) + "/" + id));
        audit.changed("letter", id, "finished");
    }

    private boolean holdsAnAddress(CaseFacts facts, String words) {
        return addresses.standIn(words, facts.person());
    }

    private boolean namesOthers(CaseId id, String body) {
        String words = body.toLowerCase(Locale.UK);
        return elsewhere.stream().flatMap(room -> room.othersNames(id).stream()).anyMatch(name -> words.contains(name.toLowerCase(Locale.UK)));
    }

    private static void mustBeDraft(Letter letter) {
        if (!letter.isDraft()) throw new RuleBroken("letters.finished", "This letter is finished. Write another one.");
    }

    /** The newest first. Not audited: the page is. */
    @Transactional(readOnly = true)
    public List<Letter> of(CaseId caseId) {
        return sql.sql("select * from letters.letter where case_id = :case order by begun_at desc, id limit :most").param("case", caseId.id()).param("most", MOST).query(this::letter).list();
    }

    /** NotFound when the case has no such letter for whoever asks. Look at the case first. */
    @Transactional(readOnly = true)
    public Letter one(CaseId caseId, UUID id) {
        return sql.sql("select * from letters.letter where id = :id and case_id = :case").param("id", id).param("case", caseId.id()).query(this::letter).optional().orElseThrow(() -> new NotFound("letter", id));
    }

    private Letter letter(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class), finishedBy = row.getObject("finished_by", UUID.class);
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        Because because = new Because(Basis.valueOf(row.getString("basis")), seal.openWords(row.getBytes("necessity"), NECESSITY, id), row.getBoolean("told"), seal.openWords(row.getBytes("why_not_told"), WHY_NOT, id));
        Set<Field> agreed = Arrays.stream((String[]) row.getArray("agreed").getArray()).map(Field::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
        return new Letter(id, new CaseId(row.getObject("case_id", UUID.class)), row.getString("template"), seal.openWords(row.getBytes("to_name"), TO_NAME, id), seal.openWords(row.getBytes("to_lines"), TO_LINES, id), agreed, because,
                seal.openWords(row.getBytes("body"), BODY, id), row.getInt("revision"), new WorkerId(row.getObject("begun_by", UUID.class)), row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                finishedBy == null ? null : new WorkerId(finishedBy), finished == null ? null : finished.toInstant());
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from letters.letter where case_id = :case").param("case", erased.id().id()).update();
    }

    public static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/letters";
    }
}
