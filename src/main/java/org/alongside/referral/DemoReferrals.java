package org.alongside.referral;

import static org.alongside.access.Role.DUTY;
import static org.alongside.access.Role.FACILITATOR;
import static org.alongside.access.Role.MANAGER;
import static org.alongside.access.Role.SUPPORT_WORKER;
import static org.alongside.referral.Question.*;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.OrganisationId;
import org.alongside.disclosure.Because;
import org.alongside.people.CountedAs;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Invented referrals, made the way real ones are and then aged. */
@Component
class DemoReferrals implements DemoTown {
    private static final Actor.Worker TOM = new Actor.Worker(TOM_DUTY_WORKER, HARBOUR_HOUSE, Side.SUPPORT, Set.of(DUTY, SUPPORT_WORKER));
    private static final Actor.Worker KIT = new Actor.Worker(KIT_DUTY_WORKER_CHANGE, HARBOUR_HOUSE, Side.CHANGE, Set.of(DUTY, MANAGER));
    private static final Actor.Worker ROBIN = new Actor.Worker(ROBIN_FACILITATOR, HARBOUR_HOUSE, Side.CHANGE, Set.of(FACILITATOR));

    private final Drafts drafts;
    private final Referrals referrals;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final AskingBack asking;
    private final Clock clock;

    DemoReferrals(Drafts drafts, Referrals referrals, AskingBack asking, JdbcClient sql, TransactionTemplate transaction, Seal seal, Clock clock) {
        this.asking = asking;
        this.clock = clock;
        this.drafts = drafts;
        this.referrals = referrals;
        this.sql = sql;
        this.transaction = transaction;
        this.seal = seal;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void plant() {
        referrals();
        behaviour();
    }

    private void referrals() {
        aged(3, sent(Asking.MYSELF, HARBOUR_HOUSE, safely("07700 900141"), Map.of(SAFE_NOW, "NO", GIVEN_NAME, "Dana", WORDS, "He has taken my keys and says he will not let me leave tonight.", CHILDREN, "YES", CHILDREN_WORDS, "Two, 4 and 7. They are asleep.")), TOM);
        aged(1, sent(Asking.MYSELF, HARBOUR_HOUSE, Map.of(CHANNELS, "NONE"), Map.of(SAFE_NOW, "NOT_SURE", GIVEN_NAME, "Marek", GENDER, "MAN", WORKER_WISH, "NO_WISH", LANGUAGE, "Polish", INTERPRETER, "YES", WORDS, "My wife reads all my messages. I can ring in my lunch break.")), TOM);
        aged(20, sent(Asking.CHILD, HARBOUR_HOUSE, Map.of(CHANNELS, "TEXT", SAFE_WHEN, "ONLY_THEN", SAFE_DAYS, "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY", SAFE_HOURS, "AFTERNOON", PHONE, "07700 900155"), Map.of(GIVEN_NAME, "Ife", WORDS, "It gets loud every weekend and I do not know what to do.")), TOM);
        ReferralId surgery = sent(Asking.FOR_SOMEONE, HARBOUR_HOUSE, Map.of(CHANNELS, "ASK_FIRST", ASK_FIRST_WHO, "Me, on my work phone", PHONE, "07700 900162"),
                Map.of(SAFE_NOW, "YES", GIVEN_NAME, "Ruth", FAMILY_NAME, "Abara", REFERRER_NAME, "Lin Tanner", REFERRER_ORGANISATION, "Quayside Surgery", REFERRER_EMAIL, "lin.tanner@example.org",
                        REFERRER_PHONE, "01632 960310", CONSENT, "YES", RISKS, "VERY_AFRAID,GETTING_WORSE", WORDS, "Her grown-up son takes her pension and shouts. She says she would like to talk to somebody."));
        aged(26, surgery, TOM);
        Acting.as(TOM, () -> referrals.screen(surgery, TOM));
        ReferralId moved = sent(Asking.MYSELF, HARBOUR_HOUSE, safely("07700 900170"), Map.of(SAFE_NOW, "YES", GIVEN_NAME, "Priti", AREA, "Northquay", WORDS, "I left in spring. He has found my new street."));
        aged(30, moved, TOM);
        Acting.as(TOM, () -> referrals.passOn(moved, new PassOn(LANTERN, Set.of(Part.SAFE_CONTACT, Part.SITUATION, Part.PERSON, Part.PLACE), Because.THEY_AGREED), TOM));
        ReferralId elsewhere = sent(Asking.FOR_SOMEONE, HARBOUR_HOUSE, Map.of(CHANNELS, "NONE"), Map.of(GIVEN_NAME, "Owen", REFERRER_NAME, "A. Bell", REFERRER_ORGANISATION, "Housing office", CONSENT, "NOT_ASKED"));
        aged(50, elsewhere, TOM);
        Acting.as(TOM, () -> referrals.decline(elsewhere, DeclineReason.THEY_SAID_NO, "Gave the number of the men’s advice line through the housing office.", null, TOM));
    }

    private void behaviour() {
        aged(5, sent(Asking.MY_BEHAVIOUR, HARBOUR_HOUSE, safely("07700 900181"), Map.of(SAFE_NOW, "YES", GIVEN_NAME, "Callum", WORDS, "I shouted so much that my daughter hid. I want to stop before I lose them.", CHILDREN, "YES")), KIT);
        ReferralId worker = sent(Asking.FOR_THEIR_BEHAVIOUR, HARBOUR_HOUSE, Map.of(CHANNELS, "PHONE", SAFE_WHEN, "ANY_TIME", PHONE, "07700 900188"), Map.of(SAFE_NOW, "NOT_SURE", GIVEN_NAME, "Dean",
                REFERRER_NAME, "S. Iqbal", REFERRER_ORGANISATION, "Family hub", CONSENT, "YES", WORDS, "He says he checks her phone and has broken things. He asked for help with it."));
        Acting.as(ROBIN, () -> referrals.screen(worker, ROBIN));
        ReferralId police = sent(Asking.FOR_THEIR_BEHAVIOUR, HARBOUR_HOUSE, Map.of(CHANNELS, "ASK_FIRST", ASK_FIRST_WHO, "Me"), Map.of(SAFE_NOW, "NOT_SURE", GIVEN_NAME, "Gareth", REFERRER_NAME, "PC Osei", REFERRER_ORGANISATION, "Westermouth police",
                REFERRER_PHONE, "01632 960377", CONSENT, "NOT_ASKED", HOW_KNOWN, "POLICE,PARTNER_SAID", CONDITIONS, "BAIL", WORDS, "Third call to the address this year. He says that it was only a row."));
        aged(1, police, KIT);
        Acting.as(KIT, () -> asking.ask(police, Set.of(GateRule.THEY_ARE_WILLING, GateRule.CHILDREN_ARE_KNOWN, GateRule.CONTACT_PUTS_NOBODY_IN_DANGER), AskedBack.Way.CALL, KIT));
        ReferralId full = sent(Asking.MY_BEHAVIOUR, HARBOUR_HOUSE, Map.of(CHANNELS, "NONE"), Map.of(GIVEN_NAME, "Toni", GENDER, "WOMAN", WORDS, "I hit my girlfriend. I do not want to be like that."));
        aged(60, full, KIT);
        Acting.as(KIT, () -> referrals.noPlace(full, new NoPlace(UnmetReason.NOT_FOR_THEIR_GENDER, "The line on our page; we ring when a group for women begins.", NoPlace.ToldBy.THEY_RING, RiskHolder.NOBODY_AT_RISK), KIT));
        earlier(1, UnmetReason.NO_PLACE, CountedAs.MAN, 9);
        earlier(2, UnmetReason.NO_PLACE, CountedAs.MAN, 7);
        earlier(2, UnmetReason.NOT_FOR_THEIR_GENDER, CountedAs.WOMAN, 5);
        earlier(3, UnmetReason.NOT_IN_THEIR_LANGUAGE, CountedAs.MAN, 2);
        ReferralId outside = sent(Asking.MY_BEHAVIOUR, HARBOUR_HOUSE, safely("07700 900193"), Map.of(GIVEN_NAME, "Lee", AREA, "Farhaven"));
        aged(40, outside, KIT);
        Acting.as(KIT, () -> referrals.decline(outside, DeclineReason.OUTSIDE_AREA, "Respect phoneline", RiskHolder.NOBODY_AT_RISK, KIT));
    }

    private static Map<Question, String> safely(String phone) {
        return Map.of(CHANNELS, "PHONE,TEXT", SAFE_WHEN, "ONLY_THEN", SAFE_DAYS, "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY", SAFE_HOURS, "MORNING", VOICEMAIL, "NO", WHO_ANSWERS, "Say it is the dentist.", CODE_WORD, "Heron", PHONE, phone);
    }

    private ReferralId sent(Asking asking, OrganisationId to, Map<Question, String> contact, Map<Question, String> answers) {
        Actor.Holder holder = new Actor.Holder(seal.fingerprint("referral.draft", UUID.randomUUID().toString()));
        Map<Question, String> all = new EnumMap<>(contact);
        all.putAll(answers);
        all.put(RECEIVER, to.id().toString());
        return Acting.as(holder, () -> {
            ReferralId id = drafts.begin(asking, holder).id();
            drafts.answer(draft -> all);
            referrals.receive(id);
            drafts.forgetMine();
            return id;
        });
    }

    /** What was counted in a month before. */
    private void earlier(int months, UnmetReason reason, CountedAs countedAs, int people) {
        Acting.as(KIT, () -> transaction.executeWithoutResult(status -> sql.sql("insert into referral.unmet_need (month, reason, counted_as, people) values (:month, :reason, :countedAs, :people)")
                .param("month", Times.day(clock.instant()).withDayOfMonth(1).minusMonths(months)).param("reason", reason.name()).param("countedAs", countedAs.name()).param("people", people).update()));
    }

    private void aged(int hours, ReferralId referral, Actor.Worker worker) {
        Acting.as(worker, () -> transaction.executeWithoutResult(status -> sql.sql("""
                update referral.referral set received_at = received_at - make_interval(mins => :ago), contact_due_at = contact_due_at - make_interval(mins => :ago) where id = :id
                """).param("ago", hours * 60).param("id", referral.id()).update()));
    }
}
