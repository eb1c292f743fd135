package org.alongside.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.helpline.HelplineContact;
import org.alongside.helpline.HelplineContact.Caller;
import org.alongside.helpline.HelplineContact.Channel;
import org.alongside.helpline.HelplineContact.Done;
import org.alongside.helpline.HelplineContact.Issue;
import org.alongside.helpline.HelplineContact.SafeNow;
import org.alongside.helpline.HelplineLog;
import org.alongside.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a call ends: as a referral, as a contact without a name, or as nothing. */
@Service
@Transactional
public class Calls {
    private final Drafts drafts;
    private final Referrals referrals;
    private final HelplineLog log;
    private final Clock clock;

    Calls(Drafts drafts, Referrals referrals, HelplineLog log, Clock clock) {
        this.drafts = drafts;
        this.referrals = referrals;
        this.log = log;
        this.clock = clock;
    }

    /** The caller is referred, and the call counted. */
    public ReferralId refer(ReferralId call, Actor.Worker me) {
        Draft draft = drafts.lock(call);
        if (draft.isSent()) return call;
        ReferralId referral = referrals.receiveCall(call, me);
        log.record(contact(draft, true), me);
        return referral;
    }

    /** The call is counted; no name, no number and no address stays. */
    public void recordOnly(ReferralId call, Actor.Worker me) {
        Draft draft = drafts.lock(call);
        if (draft.isSent()) throw new RuleBroken("referral.already-sent", "This call has become a referral already. You find it in the inbox.");
        log.record(contact(draft, false), me);
        drafts.forgetCall(call);
    }

    private HelplineContact contact(Draft draft, boolean referred) {
        Answers answers = draft.answers();
        Instant now = clock.instant();
        int minutes = (int) Math.min(Duration.ofDays(1).toMinutes(), Duration.between(draft.beganAt(), now).plusSeconds(59).toMinutes());
        Set<Done> done = answers.all(Question.DONE).stream().map(Done::valueOf).collect(Collectors.toSet());
        return new HelplineContact(UUID.nameUUIDFromBytes(("helpline/" + draft.id().id()).getBytes()), one(Channel.class, answers.of(Question.CALL_CHANNEL), Channel.PHONE), draft.beganAt(), Math.max(minutes, 0),
                one(Caller.class, answers.of(Question.CALLER), Caller.UNKNOWN), Answers.roughly(answers.of(Question.AREA)), one(Issue.class, answers.of(Question.ISSUE), Issue.OTHER),
                one(SafeNow.class, answers.of(Question.SAFE_NOW), SafeNow.NOT_ASKED), done, answers.of(Question.SIGNPOST),
                answers.has(Question.REPEAT) ? answers.is(Question.REPEAT, "YES") : null, referred, referred ? "" : answers.of(Question.CALL_NOTE));
    }

    private static <E extends Enum<E>> E one(Class<E> kind, String name, E otherwise) {
        return Arrays.stream(kind.getEnumConstants()).filter(constant -> constant.name().equals(name)).findFirst().orElse(otherwise);
    }
}
