package org.alongside.involvement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Times;
import org.springframework.stereotype.Component;

/** A group of three at Harbour House, run by Mina and Tom; Sal made it and does not know who is in it. One thing changed, one did not, one waits. */
@Component
public class DemoInvolvement implements DemoTown {
    public static final UUID GROUP = DemoTown.id(831), BRAM = DemoTown.id(832), OSSIE = DemoTown.id(833), INVITED = DemoTown.id(834), MEETING = DemoTown.id(835), CHANGED = DemoTown.id(836), REFUSED = DemoTown.id(837), OPEN = DemoTown.id(838);
    private final Groups groups;
    private final GroupMembers members;
    private final GroupMeetings meetings;
    private final Expenses expenses;
    private final Involvement involvement;
    private final ActingTransaction acting;
    private final Clock clock;

    DemoInvolvement(Groups groups, GroupMembers members, GroupMeetings meetings, Expenses expenses, Involvement involvement, ActingTransaction acting, Clock clock) {
        this.groups = groups;
        this.members = members;
        this.meetings = meetings;
        this.expenses = expenses;
        this.involvement = involvement;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 89;
    }

    @Override
    public void plant() {
        Actor.Worker sal = DemoWorkers.at(SAL_MANAGER), mina = DemoWorkers.at(MINA_SUPPORT_WORKER), tom = DemoWorkers.at(TOM_DUTY_WORKER);
        LocalDate today = Times.day(clock.instant());
        UUID fare = UUID.randomUUID(), time = UUID.randomUUID();
        acting.as(sal, () -> {
            groups.make(GROUP, new SteeringGroup.Words("The Tuesday group", "Tells us how our work feels from the other side of the phone, and what to do next.",
                    "They decide on our leaflets and on one question in each interview for a post. They advise on the plan of the year. Who is employed and what money there is, they do not decide.", "Twelve pounds an hour, fares and care for children on the same day. Nobody has to take money."), MINA_SUPPORT_WORKER, sal);
            groups.name(GROUP, TOM_DUTY_WORKER, sal);
        });
        acting.as(mina, () -> {
            members.invite(BRAM, GROUP, "Bram", "Text on Tuesdays only. Do not ring.", today.minusMonths(14), InvitedWay.IN_PERSON, mina);
            members.answer(BRAM, true, today.minusMonths(13), mina);
            members.invite(OSSIE, GROUP, "Ossie", "Ring after six; say it is about the reading group.", today.minusMonths(3), InvitedWay.CALL, mina);
            members.answer(OSSIE, true, today.minusMonths(3), mina);
            for (Purpose purpose : new Purpose[] {Purpose.QUOTED, Purpose.PAID}) members.consent(UUID.randomUUID(), OSSIE, purpose, Answer.GIVEN, today.minusMonths(3), mina);
            members.consent(UUID.randomUUID(), OSSIE, Purpose.PHOTOGRAPHED, Answer.DECLINED, today.minusMonths(3), mina);
            members.invite(INVITED, GROUP, "Lin", "", today.minusDays(6), InvitedWay.THROUGH_OTHERS, mina);
            meetings.plan(MEETING, GROUP, today.minusWeeks(3), "What a first call feels like. What stands on the leaflet.", "A room without stairs, a break each half hour.", mina);
            meetings.save(MEETING, today.minusWeeks(3), new GroupMeeting.Words("What a first call feels like. What stands on the leaflet.", "A room without stairs, a break each half hour.",
                    "A man who rings is asked first whether he is the one who hurts. That can end a call. After work is the only time one can speak.", "A call the next morning for whoever wanted one."), Set.of(BRAM, OSSIE), 0, mina);
            expenses.enter(fare, BRAM, ClaimKind.TRAVEL, 840, today.minusWeeks(3), true, mina);
            expenses.enter(time, OSSIE, ClaimKind.TIME, 2400, today.minusWeeks(3), false, mina);
        });
        acting.as(tom, () -> {
            expenses.decide(fare, true, tom);
            expenses.pay(fare, today.minusWeeks(2), tom);
        });
        acting.as(mina, () -> {
            involvement.write(CHANGED, GROUP, new Change.Words(today.minusMonths(8), "Do not ask a man first whether he is the one who hurts.", Decision.DID, "", today.minusMonths(7), "The first question is the same for everybody: what has happened?", today.minusMonths(6), "supporting-men", "L5",
                    "The first question on the phone felt like an accusation.", "We ask everybody the same thing first: what has happened?"), mina);
            involvement.write(REFUSED, GROUP, new Change.Words(today.minusMonths(5), "A house of our own for men with children.", Decision.WILL_NOT, "There is no money for a house this year. We asked the council for it, and tell you in spring what they said.", today.minusMonths(4), "", null, null, null, "", ""), mina);
            involvement.write(OPEN, GROUP, new Change.Words(today.minusWeeks(3), "Answer the phone one evening a week.", null, "", null, "", null, null, null, "", ""), mina);
            involvement.publish(CHANGED, mina);
        });
    }
}
