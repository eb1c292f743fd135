package org.alongside.casework;

import static org.alongside.casework.ContactPurpose.*;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.DemoTown;
import org.alongside.access.WorkerId;
import org.alongside.people.About;
import org.alongside.people.Channel;
import org.alongside.people.ChannelAnswer;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.Safe;
import org.alongside.people.SafeContact;
import org.alongside.shared.Phone;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The clients of the demo town. Nobody in it is real. The rooms below plant their parts on these cases. */
@Component
public class DemoCases implements DemoTown {
    /** A father whose wife hurts him; still at home. */
    public static final CaseId DANIEL = id(1);
    /** She has left with two children and speaks mostly Portuguese. */
    public static final CaseId SOFIA = id(2);
    /** His boyfriend decides whom he sees and where he goes. */
    public static final CaseId CALLUM = id(3);
    /** Her grown-up son lives with her and takes her pension. */
    public static final CaseId MARGARET = id(4);
    /** Deaf; her husband has always done the talking. Text only. */
    public static final CaseId AISHA = id(5);
    /** On a partner visa; told that leaving him means leaving the country. */
    public static final CaseId GRACE = id(6);
    /** Her former girlfriend follows her. A crisis is waiting to be written up. */
    public static final CaseId JESS = id(7);
    /** Finished, with his own words about it. */
    public static final CaseId TOMASZ = id(8);
    /** Being screened; nobody knows yet whether calling her is safe, and she has no worker. */
    public static final CaseId ELIN = id(9);
    /** Came back after a year. */
    public static final CaseId HANNAH = id(10);
    /** Behind the wall: worried about how he behaves at home. */
    public static final CaseId MARCUS = id(11);
    /** Behind the wall, being screened. */
    public static final CaseId DEAN = id(12);

    private final People people;
    private final DemoPast past;
    private final Clock clock;

    DemoCases(People people, DemoPast past, Clock clock) {
        this.people = people;
        this.past = past;
        this.clock = clock;
    }

    private static CaseId id(int number) {
        return new CaseId(UUID.fromString("00000000-0000-4000-8000-0000000005%02d".formatted(number)));
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public void plant() {
        daniel();
        sofia();
        callum();
        margaret();
        aisha();
        grace();
        jess();
        tomasz();
        elin();
        hannah();
        marcus();
        dean();
    }

    private void daniel() {
        begin(DANIEL, MINA_SUPPORT_WORKER, 24, About.named("Daniel", "Price").describedAs("he/him", "man"),
                phone("01632 960211").with(Channel.TEXT, Safe.NO).with(Channel.EMAIL, Safe.NEVER).saying("Call while I am at work, before four. She checks my phone.").done());
        past.ago(23, TOM_DUTY_WORKER, then -> {
            then.cases().accept(DANIEL, then.me());
            then.allocations().allocate(DANIEL, new Allocate(UUID.randomUUID(), TOM_DUTY_WORKER, GenderWish.MAN, null, true, "He finds it easier to say it to a man."));
        });
        past.ago(22, TOM_DUTY_WORKER, then -> {
            then.contact(DANIEL, ContactChannel.CALL, false, ContactOutcome.SPOKE, "Rang from his car. First time he has told anyone. Afraid that nobody will believe him because he is bigger than she is. We believed him and said so.", EMOTIONAL_SUPPORT, RIGHTS);
            then.need(DANIEL, NeedDomain.SAFETY, NeedLevel.HIGH, NeedStatus.WORKING, "Things are thrown at him, and she has locked him out at night.");
            then.need(DANIEL, NeedDomain.CHILDREN, NeedLevel.HIGH, NeedStatus.WORKING, "Will not leave without knowing that he keeps seeing the girls.");
            then.goal(DANIEL, "I want to be a dad every day, and not to be scared of my own front door.");
        });
        past.ago(15, TOM_DUTY_WORKER, then -> {
            then.contact(DANIEL, ContactChannel.VISIT, true, ContactOutcome.MET, "Met at the library. Went through what the police can do, and that a man can have an order too.", RIGHTS, SAFETY_PLANNING);
            then.offer(DANIEL, "A place in a men’s refuge two counties away", OfferAnswer.DECLINED);
            then.offer(DANIEL, "Solicitor’s advice about living with his daughters", OfferAnswer.CHOSEN);
            then.action(DANIEL, ActionAgency.LEGAL, "Book the solicitor who knows about men and child arrangements", TOM_DUTY_WORKER, -3);
        });
    }

    private void sofia() {
        begin(SOFIA, TOM_DUTY_WORKER, 40, About.named("Sofia", "Marques").describedAs("she/her", "woman").speaking("Portuguese", true),
                phone("01632 960212").with(Channel.TEXT, Safe.YES).with(Channel.VOICEMAIL, Safe.NO).done());
        past.ago(39, SAL_MANAGER, then -> {
            then.cases().accept(SOFIA, then.me());
            then.allocations().allocate(SOFIA, new Allocate(UUID.randomUUID(), MINA_SUPPORT_WORKER, GenderWish.WOMAN, null, true, null));
        });
        past.ago(38, MINA_SUPPORT_WORKER, then -> {
            then.contact(SOFIA, ContactChannel.CALL, true, ContactOutcome.SPOKE, "With an interpreter. She left on Sunday with both children. Knows where she can stay this week.", EMOTIONAL_SUPPORT, SAFETY_PLANNING);
            then.need(SOFIA, NeedDomain.HOME, NeedLevel.HIGH, NeedStatus.WORKING, "Staying with a friend, on the floor.");
            then.need(SOFIA, NeedDomain.MONEY, NeedLevel.MEDIUM, NeedStatus.OPEN, "He has the cards.");
            then.need(SOFIA, NeedDomain.CHILDREN, NeedLevel.MEDIUM, NeedStatus.MET, "The new school knows who may collect them.");
            then.goal(SOFIA, "A door that I can lock, and the children in one school.");
        });
        past.ago(20, MINA_SUPPORT_WORKER, then -> {
            UUID housing = then.action(SOFIA, ActionAgency.HOUSING, "Homelessness application, with the letter about why she cannot go back", MINA_SUPPORT_WORKER, 14);
            then.actions().done(SOFIA, housing, 0, "Accepted: priority need. Temporary flat from next week.", then.me());
            then.action(SOFIA, ActionAgency.MONEY, "Ring the bank about an account he cannot see", MINA_SUPPORT_WORKER, 27);
        });
    }

    private void callum() {
        begin(CALLUM, TOM_DUTY_WORKER, 12, About.named("Callum", "Reid").describedAs("he/him", "gay man"), phone("01632 960213").with(Channel.EMAIL, Safe.YES).email("callum@demo.example").done());
        past.ago(11, SAL_MANAGER, then -> {
            then.cases().accept(CALLUM, then.me());
            then.allocations().allocate(CALLUM, new Allocate(UUID.randomUUID(), MINA_SUPPORT_WORKER, GenderWish.OTHER, "Somebody who is gay too, or at least does not need it explained", false, "Nobody free; asked him, and Mina is fine for now."));
        });
        past.ago(10, MINA_SUPPORT_WORKER, then -> {
            then.contact(CALLUM, ContactChannel.VIDEO, true, ContactOutcome.MET, "Lewis reads his messages and says he will tell Callum’s family. Callum was not sure that this counts. It does, and we said so.", EMOTIONAL_SUPPORT, RIGHTS);
            then.need(CALLUM, NeedDomain.ISOLATION, NeedLevel.HIGH, NeedStatus.OPEN, "Has not seen his friends since spring.");
            then.goal(CALLUM, "To see my mates without having to ask.");
            then.offer(CALLUM, "The LGBT+ group on Thursdays", OfferAnswer.THINKING);
            then.action(CALLUM, ActionAgency.OURS, "Find out whether the LGBT+ service has a worker free", MINA_SUPPORT_WORKER, 4);
        });
    }

    private void margaret() {
        begin(MARGARET, TOM_DUTY_WORKER, 60, About.named("Margaret", "Doyle").describedAs("she/her", "woman").needing("Hard of hearing on the left; speak slowly"),
                phone("01632 960214").with(Channel.LETTER, Safe.NO).saying("Not when Kevin is up. Mornings are good.").done());
        past.ago(58, SAL_MANAGER, then -> {
            then.cases().accept(MARGARET, then.me());
            then.allocations().allocate(MARGARET, new Allocate(UUID.randomUUID(), MINA_SUPPORT_WORKER, GenderWish.NONE, null, null, null));
        });
        past.ago(55, MINA_SUPPORT_WORKER, then -> {
            then.contact(MARGARET, ContactChannel.DROP_IN, false, ContactOutcome.MET, "Came in with her neighbour. Her son takes her pension and has pushed her. She does not want him in trouble; she wants it to stop.", EMOTIONAL_SUPPORT, RIGHTS);
            then.need(MARGARET, NeedDomain.MONEY, NeedLevel.HIGH, NeedStatus.WORKING, "Pension is gone by Friday.");
            then.need(MARGARET, NeedDomain.HEALTH, NeedLevel.MEDIUM, NeedStatus.WORKING, null);
            then.goal(MARGARET, "My own money in my own purse, and our Kevin getting some help.");
            then.offer(MARGARET, "Reporting to the police", OfferAnswer.DECLINED);
            then.offer(MARGARET, "A different bank card that stays with the neighbour", OfferAnswer.CHOSEN);
        });
        past.ago(9, MINA_SUPPORT_WORKER, then -> then.action(MARGARET, ActionAgency.ADULTS, "Ask adult social care for a visit, with Margaret there", MINA_SUPPORT_WORKER, 5));
    }

    private void aisha() {
        begin(AISHA, TOM_DUTY_WORKER, 18, About.named("Aisha", "Rahman").describedAs("she/her", "Deaf woman").speaking("British Sign Language", true).needing("Deaf: text or BSL video, never a call"),
                phone("01632 960215").with(Channel.PHONE, Safe.NEVER).with(Channel.VOICEMAIL, Safe.NEVER).with(Channel.TEXT, Safe.YES).saying("Text only. Do not use my husband or my sister as interpreter.").done());
        past.ago(17, SAL_MANAGER, then -> {
            then.cases().accept(AISHA, then.me());
            then.allocations().allocate(AISHA, new Allocate(UUID.randomUUID(), MINA_SUPPORT_WORKER, GenderWish.WOMAN, null, true, null));
        });
        past.ago(16, MINA_SUPPORT_WORKER, then -> {
            then.contact(AISHA, ContactChannel.TEXT, true, ContactOutcome.SENT, "Offered three times for a BSL video talk with a registered interpreter.", ARRANGEMENT);
            then.need(AISHA, NeedDomain.SAFETY, NeedLevel.HIGH, NeedStatus.WORKING, null);
        });
        past.ago(13, MINA_SUPPORT_WORKER, then -> {
            then.contact(AISHA, ContactChannel.VIDEO, true, ContactOutcome.MET, "With interpreter. He hides her hearing aids and her phone when she disagrees. She tells it herself for the first time.", EMOTIONAL_SUPPORT, SAFETY_PLANNING);
            then.goal(AISHA, "To speak for myself at the doctor’s.");
            then.action(AISHA, ActionAgency.HEALTH, "GP to book a BSL interpreter directly, not through her husband", MINA_SUPPORT_WORKER, 10);
        });
    }

    private void grace() {
        begin(GRACE, TOM_DUTY_WORKER, 8, About.named("Grace", "Owusu").describedAs("she/her", "woman"), phone("01632 960216").with(Channel.TEXT, Safe.YES).done());
        past.ago(7, SAL_MANAGER, then -> {
            then.cases().accept(GRACE, then.me());
            then.allocations().allocate(GRACE, new Allocate(UUID.randomUUID(), TOM_DUTY_WORKER, GenderWish.WOMAN, null, false, "No woman free this week; she would rather begin than wait. Ask again."));
        });
        past.ago(6, TOM_DUTY_WORKER, then -> {
            then.contact(GRACE, ContactChannel.CALL, true, ContactOutcome.SPOKE, "Told her that the rules for partners who leave because of abuse exist, and that somebody qualified will explain them.", RIGHTS, EMOTIONAL_SUPPORT);
            then.need(GRACE, NeedDomain.IMMIGRATION, NeedLevel.HIGH, NeedStatus.WORKING, "He keeps her passport.");
            then.goal(GRACE, "To stay and to finish my nursing course.");
            then.action(GRACE, ActionAgency.IMMIGRATION, "Appointment with the immigration adviser", TOM_DUTY_WORKER, 12);
        });
    }

    private void jess() {
        begin(JESS, TOM_DUTY_WORKER, 30, About.named("Jess", "Tan").describedAs("she/they", "lesbian"), phone("01632 960217").with(Channel.TEXT, Safe.YES).done());
        past.ago(29, SAL_MANAGER, then -> {
            then.cases().accept(JESS, then.me());
            then.allocations().allocate(JESS, new Allocate(UUID.randomUUID(), MINA_SUPPORT_WORKER, GenderWish.NONE, null, null, null));
        });
        past.ago(28, MINA_SUPPORT_WORKER, then -> {
            then.contact(JESS, ContactChannel.CALL, true, ContactOutcome.NO_ANSWER, null, CHECK_IN);
            then.contact(JESS, ContactChannel.CALL, false, ContactOutcome.SPOKE, "Her former girlfriend waits outside her work. She keeps a diary of it now.", EMOTIONAL_SUPPORT, SAFETY_PLANNING);
            then.need(JESS, NeedDomain.CRIMINAL_JUSTICE, NeedLevel.MEDIUM, NeedStatus.WORKING, "Reported once; nothing happened.");
            then.goal(JESS, "To walk home without looking round.");
        });
        past.ago(0, MINA_SUPPORT_WORKER, then -> then.crises().record(JESS, new Crises.NewCrisis(UUID.randomUUID(), CrisisKind.THREAT, Set.of(Called.POLICE_999, Called.MANAGER), Whereabouts.SAFE_PLACE, "Followed into the shop. Staff are with her, police coming."), then.me()));
    }

    private void tomasz() {
        begin(TOMASZ, TOM_DUTY_WORKER, 150, About.named("Tomasz", "Nowak").describedAs("he/him", "man").speaking("Polish, English", false), phone("01632 960218").done());
        past.ago(149, SAL_MANAGER, then -> {
            then.cases().accept(TOMASZ, then.me());
            then.allocations().allocate(TOMASZ, new Allocate(UUID.randomUUID(), TOM_DUTY_WORKER, GenderWish.NONE, null, null, null));
        });
        past.ago(120, TOM_DUTY_WORKER, then -> {
            then.contact(TOMASZ, ContactChannel.VISIT, true, ContactOutcome.MET, "Order granted. He sleeps.", CHECK_IN);
            then.need(TOMASZ, NeedDomain.SAFETY, NeedLevel.HIGH, NeedStatus.MET, null);
            then.need(TOMASZ, NeedDomain.MENTAL_HEALTH, NeedLevel.MEDIUM, NeedStatus.PARTLY, "Still waiting for counselling.");
        });
        past.ago(14, TOM_DUTY_WORKER, then -> then.closures().close(TOMASZ, new Closures.Closure(UUID.randomUUID(), ClosureReason.FINISHED, "Safe, order in place, seeing his son each weekend.",
                List.of(new Closures.NeedOutcome(NeedDomain.SAFETY, NeedStatus.MET, null), new Closures.NeedOutcome(NeedDomain.MENTAL_HEALTH, NeedStatus.PARTLY, UnmetBecause.WAITING)),
                then.heard(Map.of("believed", "yes", "in-control", "yes", "safer", "partly"), "I thought there was no such place for men. Tom did not laugh. That was the whole difference.")), then.me()));
    }

    private void elin() {
        begin(ELIN, TOM_DUTY_WORKER, 1, About.named("Elin", "Rees"), phone("01632 960219").with(Channel.PHONE, Safe.UNKNOWN).done());
    }

    private void hannah() {
        begin(HANNAH, TOM_DUTY_WORKER, 400, About.named("Hannah", "Clarke").describedAs("she/her", "woman"), phone("01632 960220").with(Channel.TEXT, Safe.YES).done());
        past.ago(399, SAL_MANAGER, then -> {
            then.cases().accept(HANNAH, then.me());
            then.allocations().allocate(HANNAH, new Allocate(UUID.randomUUID(), MINA_SUPPORT_WORKER, null, null, null, null));
        });
        past.ago(330, MINA_SUPPORT_WORKER, then -> then.closures().close(HANNAH, new Closures.Closure(UUID.randomUUID(), ClosureReason.CLIENTS_CHOICE, "She wants to try again with him. The door stays open.", List.of(),
                then.heard(Map.of("believed", "yes", "in-control", "yes"), null)), then.me()));
        past.ago(5, MINA_SUPPORT_WORKER, then -> {
            then.closures().reopen(HANNAH, "Rang us herself. It has begun again.", then.me());
            then.contact(HANNAH, ContactChannel.CALL, false, ContactOutcome.SPOKE, "Glad that she rang. No I-told-you-so. She sets the pace.", EMOTIONAL_SUPPORT);
            then.goal(HANNAH, "To know what I would do, if.");
        });
    }

    private void marcus() {
        begin(MARCUS, KIT_DUTY_WORKER_CHANGE, 16, About.named("Marcus", "Bell").describedAs("he/him", "man"), phone("01632 960221").with(Channel.TEXT, Safe.YES).done());
        past.ago(15, KIT_DUTY_WORKER_CHANGE, then -> {
            then.cases().accept(MARCUS, then.me());
            then.allocations().allocate(MARCUS, new Allocate(UUID.randomUUID(), ROBIN_FACILITATOR, GenderWish.NONE, null, null, null));
        });
        past.ago(13, ROBIN_FACILITATOR, then -> {
            then.contact(MARCUS, ContactChannel.VISIT, true, ContactOutcome.MET, "Asked for help after shouting until the children hid. Takes some of it on himself, and some of it not yet.", BEHAVIOUR, ASSESSMENT);
            then.need(MARCUS, NeedDomain.CHILDREN, NeedLevel.HIGH, NeedStatus.WORKING, "What the children see and hear.");
            then.need(MARCUS, NeedDomain.SUBSTANCES, NeedLevel.MEDIUM, NeedStatus.OPEN, null);
            then.goal(MARCUS, "I want my kids not to flinch.");
            then.action(MARCUS, ActionAgency.SUBSTANCES, "Appointment with the alcohol service", ROBIN_FACILITATOR, 6);
        });
    }

    private void dean() {
        begin(DEAN, KIT_DUTY_WORKER_CHANGE, 3, About.named("Dean", "Foster"), phone("01632 960222").done());
    }

    private void begin(CaseId id, WorkerId by, int days, About about, SafeContact contact) {
        past.ago(days, by, then -> {
            PersonId person = people.record(new NewPerson(then.me().side(), about, contact), then.me());
            then.cases().open(id, person, null, then.me());
        });
    }

    private Answers phone(String number) {
        return new Answers(number, null, Map.of(Channel.PHONE, ChannelAnswer.of(Safe.YES)), "");
    }

    /** Answers about safe contact, one by one. */
    private final class Answers {
        private final String phone;
        private final @Nullable String email;
        private final Map<Channel, ChannelAnswer> channels;
        private final String words;

        Answers(String phone, @Nullable String email, Map<Channel, ChannelAnswer> channels, String words) {
            this.phone = phone;
            this.email = email;
            this.channels = channels;
            this.words = words;
        }

        Answers with(Channel channel, Safe safe) {
            Map<Channel, ChannelAnswer> more = new EnumMap<>(channels);
            more.put(channel, ChannelAnswer.of(safe));
            return new Answers(phone, email, more, words);
        }

        Answers email(String address) {
            return new Answers(phone, address, channels, words);
        }

        Answers saying(String said) {
            return new Answers(phone, email, channels, said);
        }

        SafeContact done() {
            SafeContact contact = new SafeContact(Phone.read(phone).orElseThrow().number(), email, channels, "Only them", "Say you have the wrong number", "", true, words, null, null);
            return channels.containsValue(ChannelAnswer.of(Safe.UNKNOWN)) ? contact : contact.checkedOn(Times.day(clock.instant()));
        }
    }
}
