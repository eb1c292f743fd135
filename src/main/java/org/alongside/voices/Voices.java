package org.alongside.voices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.alongside.shared.TwelveDigits;
import org.alongside.voices.Voice.Agreed;
import org.alongside.voices.Voice.NewVoice;
import org.alongside.voices.Voice.State;
import org.alongside.standards.Standards;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Words of survivors beside statements: taken down with what they agreed to, looked at by somebody else, shown only then, and taken back at any time. */
@Service
public class Voices {
    /** What the house does with them, it does as this job. */
    static final String JOB = "voices";
    static final String ENDS = "voice-ends", SENT_BACK = "voice-sent-back";
    static final Duration KEPT_WHEN_SENT_BACK = Duration.ofDays(30);
    /** Nobody agrees for longer than they can think ahead. */
    public static final int MOST_YEARS = 3;
    private static final String WORDS = "voices.voice.words", WHO = "voices.voice.who", AGREED = "voices.voice.agreed_words", LOOKED = "voices.voice.looked_words";
    private final Standards standards;
    private final SpokenRows spoken;
    private final Jobs jobs;
    private final AuditTrail trail;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final ActingTransaction acting;
    private final Seal seal;
    private final Clock clock;

    Voices(Standards standards, SpokenRows spoken, Jobs jobs, AuditTrail trail, JdbcClient sql, TransactionTemplate transaction, ActingTransaction acting, Seal seal, Clock clock) {
        this.standards = standards;
        this.spoken = spoken;
        this.jobs = jobs;
        this.trail = trail;
        this.sql = sql;
        this.transaction = transaction;
        this.acting = acting;
        this.seal = seal;
        this.clock = clock;
    }

    /** All that were taken down on the worker's side of their organisation, the last first. */
    public List<Voice> all() {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<Voice> all = read("organisation_id = access.organisation()", Map.of());
            trail.listed("voice", "words of survivors", all.stream().map(Voice::id).toList());
            return all;
        }));
    }

    /** Opens one; the look is kept. */
    public Voice one(UUID id) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Voice voice = found(id);
            trail.looked("voice", id);
            return voice;
        }));
    }

    private Voice found(UUID id) {
        return read("organisation_id = access.organisation() and id = :id", Map.of("id", id)).stream().findFirst().orElseThrow(() -> new NotFound("voice", id));
    }

    private List<Voice> read(String which, Map<String, ?> given) {
        return sql.sql("select * from voices.voice where %s order by taken_down_at desc, id limit 500".formatted(which)).params(given).query(this::voice).list();
    }

    private Voice voice(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class), looked = row.getObject("looked_at_by", UUID.class);
        NewVoice said = new NewVoice(row.getString("key"), row.getString("statement"), seal.openWords(row.getBytes("words"), WORDS, id), seal.openWords(row.getBytes("who"), WHO, id), row.getBoolean("welsh"), Agreed.valueOf(row.getString("agreed_how")),
                seal.openWords(row.getBytes("agreed_words"), AGREED, id), row.getObject("agreed_on", LocalDate.class), row.getObject("agreed_until", LocalDate.class));
        return new Voice(id, said, State.valueOf(row.getString("state")), new WorkerId(row.getObject("taken_down_by", UUID.class)), Times.instant(row, "taken_down_at"), looked == null ? null : new WorkerId(looked), seal.openWords(row.getBytes("looked_words"), LOOKED, id));
    }

    /** Takes words down. @param id made with the form, so that a second press finds the first @return the number by which whoever said them takes them back; it is shown once and kept nowhere. Empty for a second press */
    public Optional<String> takeDown(UUID id, NewVoice said, Actor.Worker me) {
        if (standards.one(said.key()).filter(standard -> standard.has(said.statement())).isEmpty()) throw new NotFound();
        if (said.until().isAfter(said.agreedOn().plusYears(MOST_YEARS))) throw new RuleBroken("voices.voice.until", "Nobody agrees for more than " + MOST_YEARS + " years at a time. Ask them again then");
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!sql.sql("select 1 from voices.voice where id = :id").param("id", id).query(Integer.class).list().isEmpty()) return Optional.<String>empty();
            String number = TwelveDigits.random();
            sql.sql("""
                    insert into voices.voice (id, key, statement, words, who, welsh, agreed_how, agreed_words, agreed_on, agreed_until, holder, state, taken_down_by, taken_down_at)
                    values (:id, :key, :statement, :words, :who, :welsh, :how, :agreed, :on, :until, :holder, 'WAITING', access.worker(), :now)
                    """).param("id", id).param("key", said.key()).param("statement", said.statement()).param("words", seal.closeWords(said.words(), WORDS, id)).param("who", seal.closeWords(said.who(), WHO, id)).param("welsh", said.welsh())
                    .param("how", said.agreed().name()).param("agreed", seal.closeWords(said.agreedWords(), AGREED, id)).param("on", said.agreedOn()).param("until", said.until()).param("holder", holder(number)).param("now", Times.at(clock.instant())).update();
            jobs.ask(ENDS, me.organisation(), id, ends(said.until()));
            trail.changed("voice", id, "words taken down");
            return Optional.of(number);
        }));
    }

    /** Somebody else read them and found nothing that points to anybody: from now on everybody reads them. @param why what was flagged points to nobody; may be empty where nothing was */
    public void show(UUID id, String why, Actor.Worker me) {
        change(() -> {
            Voice voice = lookedAt(id, me);
            if (!standards.one(voice.said().key()).map(standard -> standard.has(voice.said().statement())).orElse(false)) throw new RuleBroken("voices.voice.gone", "This statement is not in the standard any more. Take the words back, or write them down beside another one");
            // Safety: a number or an address finds one person, whatever anybody thinks of it.
            if (voice.mayNotBeShown()) throw new RuleBroken("voices.voice.must-go", "A number or an address in it belongs to one person. Send it back: it has to go first");
            if (!voice.hints().isEmpty() && why.isBlank()) throw new RuleBroken("voices.voice.why", "Say why what is flagged points to nobody");
            if (Times.day(clock.instant()).isAfter(voice.said().until())) throw new RuleBroken("voices.voice.over", "What they agreed to is over. Ask them again");
            look(id, State.SHOWN, why);
            sql.sql("insert into voices.spoken (voice_id, key, statement, words, who, welsh, until) values (:id, :key, :statement, :words, :who, :welsh, :until)").param("id", id).param("key", voice.said().key()).param("statement", voice.said().statement())
                    .param("words", seal.closeWords(voice.said().words(), SpokenRows.WORDS, id)).param("who", seal.closeWords(voice.said().who(), SpokenRows.WHO, id)).param("welsh", voice.said().welsh()).param("until", voice.said().until()).update();
            trail.changed("voice", id, "words shown");
        });
    }

    /** Not yet: whoever took them down changes them with whoever said them, as new words. RuleBroken without a reason. */
    public void sendBack(UUID id, String why, Actor.Worker me) {
        if (why.isBlank()) throw new RuleBroken("voices.voice.back", "Say what could point to somebody");
        change(() -> {
            lookedAt(id, me);
            look(id, State.NOT_YET, why);
            // Safety: they came back because they point to somebody; what is put right comes as new words.
            jobs.ask(SENT_BACK, me.organisation(), id, clock.instant().plus(KEPT_WHEN_SENT_BACK));
            trail.changed("voice", id, "words sent back");
        });
    }

    private Voice lookedAt(UUID id, Actor.Worker me) {
        Voice voice = found(id);
        if (voice.state() != State.WAITING) throw new RuleBroken("voices.voice.decided", "Somebody has looked at these words already");
        // Safety: two people, always. Whoever heard the story reads between the lines what others could read in them.
        if (voice.takenDownBy().equals(me.worker())) throw new RuleBroken("voices.voice.own", "You wrote these words down. Ask somebody else to look");
        return voice;
    }

    private void look(UUID id, State state, String why) {
        sql.sql("update voices.voice set state = :state, looked_at_by = access.worker(), looked_at = :now, looked_words = :why where id = :id").param("state", state.name()).param("now", Times.at(clock.instant())).param("why", seal.closeWords(why, LOOKED, id)).param("id", id).update();
    }

    /** By a worker, for whoever said them or because of a doubt: they are gone, here and for everybody. */
    public void takeBack(UUID id, Actor.Worker me) {
        change(() -> {
            found(id);
            sql.sql("delete from voices.voice where id = :id").param("id", id).update();
            trail.changed("voice", id, "words taken back");
        });
    }

    /** By whoever said them. Safety: nothing tells whether there was anything: the same work and the same answer for every number. */
    public void takeBack(String typed) {
        Actor holder = new Actor.Holder(holder(TwelveDigits.read(typed).orElse("")));
        acting.as(holder, () -> sql.sql("delete from voices.voice where holder = access.holder()").update());
        spoken.lookAgain();
    }

    /** Everybody reads what stands now; once what was changed is kept. */
    public void lookAgain() {
        spoken.lookAgain();
    }

    private void change(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** For the job: words whose time is over are gone. @return when to look again */
    Optional<Instant> look(OrganisationId organisation, UUID id) {
        return acting.as(new Actor.Job(organisation, JOB), () -> {
            Optional<Instant> ends = sql.sql("select agreed_until from voices.voice where id = :id").param("id", id).query(LocalDate.class).optional().map(Voices::ends);
            if (ends.isEmpty() || clock.instant().isBefore(ends.get())) return ends;
            sql.sql("delete from voices.voice where id = :id").param("id", id).update();
            trail.changed("voice", id, "words gone, their time is over");
            return Optional.<Instant>empty();
        });
    }

    /** For the job: words that were sent back are gone a month later. */
    void forgetSentBack(OrganisationId organisation, UUID id) {
        acting.as(new Actor.Job(organisation, JOB), () -> {
            if (sql.sql("delete from voices.voice where id = :id and state = 'NOT_YET'").param("id", id).update() > 0) trail.changed("voice", id, "words gone, they had been sent back");
        });
    }

    private static Instant ends(LocalDate until) {
        return until.plusDays(1).atStartOfDay(Times.LONDON).toInstant();
    }

    private String holder(String number) {
        return seal.fingerprint("voices.voice", number);
    }
}
