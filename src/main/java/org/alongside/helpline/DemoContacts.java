package org.alongside.helpline;

import static org.alongside.helpline.HelplineContact.Caller.*;
import static org.alongside.helpline.HelplineContact.Done.*;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.Role;
import org.alongside.helpline.HelplineContact.Caller;
import org.alongside.helpline.HelplineContact.Channel;
import org.alongside.helpline.HelplineContact.Done;
import org.alongside.helpline.HelplineContact.Issue;
import org.alongside.helpline.HelplineContact.SafeNow;
import org.alongside.shared.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A dozen invented helpline contacts of today and yesterday. */
@Component
class DemoContacts implements DemoTown {
    private static final Actor.Worker JO = new Actor.Worker(JO_HELPLINE_WORKER, HARBOUR_HOUSE, Side.SUPPORT, Set.of(Role.HELPLINE));
    private final HelplineLog log;
    private final BehaviourWeeks weeks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoContacts(HelplineLog log, BehaviourWeeks weeks, TransactionTemplate transaction, Clock clock) {
        this.log = log;
        this.weeks = weeks;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 38;
    }

    @Override
    public void plant() {
        int[] aboutBehaviour = {9, 7, 6, 3, 8, 5, 7, 6, 0, 5, 6};
        Acting.as(JO, () -> transaction.executeWithoutResult(status -> {
            for (int week = 0; week < aboutBehaviour.length; week++) weeks.add(clock.instant().minus(Duration.ofDays(7L * (week + 1))), aboutBehaviour[week]);
        }));
        contact(1, Channel.PHONE, SELF, Issue.FEAR_AND_CONTROL, SafeNow.YES, Set.of(LISTENED, INFORMATION), "Westermouth", "");
        contact(2, Channel.PHONE, FAMILY_OR_FRIEND, Issue.PHYSICAL_HARM, SafeNow.NOT_SURE, Set.of(SAFETY_TALKED_THROUGH), "WM2", "A sister who is worried. She wanted words to start with.");
        contact(3, Channel.EMAIL, PROFESSIONAL, Issue.ADVICE_FOR_WORK, SafeNow.NOT_ASKED, Set.of(INFORMATION), "", "How to ask when the partner is always in the room.");
        contact(4, Channel.PHONE, SELF, Issue.STALKING, SafeNow.NO, Set.of(EMERGENCY_CALLED, SAFETY_TALKED_THROUGH), "WM1", "");
        contact(5, Channel.PHONE, UNKNOWN, Issue.OTHER, SafeNow.NOT_ASKED, Set.of(CALL_ENDED_EARLY), "", "");
        contact(6, Channel.CHAT, OWN_BEHAVIOUR, Issue.OWN_BEHAVIOUR, SafeNow.YES, Set.of(SIGNPOSTED), "", "");
        contact(7, Channel.PHONE, SELF, Issue.MONEY, SafeNow.YES, Set.of(INFORMATION, SIGNPOSTED), "Northquay", "");
        contact(8, Channel.CHAT, SELF, Issue.CHILDREN, SafeNow.YES, Set.of(LISTENED), "Westermouth", "");
        contact(26, Channel.PHONE, SELF, Issue.HOUSING, SafeNow.NOT_SURE, Set.of(SAFETY_TALKED_THROUGH, SIGNPOSTED), "WM4", "");
        contact(27, Channel.EMAIL, PROFESSIONAL, Issue.ADVICE_FOR_WORK, SafeNow.NOT_ASKED, Set.of(INFORMATION), "", "");
        contact(28, Channel.PHONE, SELF, Issue.EMOTIONAL_SUPPORT, SafeNow.YES, Set.of(LISTENED), "", "Third time this month; would rather not give a name.");
        contact(29, Channel.PHONE, FAMILY_OR_FRIEND, Issue.LEAVING, SafeNow.YES, Set.of(INFORMATION), "WM3", "");
    }

    private void contact(int hoursAgo, Channel channel, Caller caller, Issue issue, SafeNow safeNow, Set<Done> done, String area, String note) {
        HelplineContact contact = new HelplineContact(UUID.randomUUID(), channel, clock.instant().minus(Duration.ofHours(hoursAgo)), 5 + hoursAgo * 7 % 31, caller, area, issue, safeNow, done,
                done.contains(SIGNPOSTED) ? "A service from the directory" : "", hoursAgo == 28 ? true : null, false, note);
        Acting.as(JO, () -> log.record(contact, JO));
    }
}
