package org.alongside.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.people.CallResult;
import org.alongside.people.Channel;
import org.alongside.people.Decision;
import org.alongside.people.Decision.Reason;
import org.alongside.people.Decision.Verdict;
import org.alongside.shared.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactGateTests {
    @Test
    void a_contact_the_gate_refuses_is_refused_with_its_reason() {
        assertThatThrownBy(() -> ContactGate.mustPass(call(false, null), decision(Verdict.REFUSED, Reason.NEVER), false))
                .isInstanceOf(RuleBroken.class).hasMessage("Never: they asked us not to use this.");
    }

    @Test
    void what_has_already_happened_is_written_down_with_how_it_came_to_it() {
        assertThatCode(() -> ContactGate.mustPass(call(false, "I read the wrong line"), decision(Verdict.REFUSED, Reason.NEVER), false)).doesNotThrowAnyException();
    }

    @Test
    void a_call_of_which_nobody_knows_whether_it_is_safe_waits_until_the_referrer_was_asked() {
        assertThatThrownBy(() -> ContactGate.mustPass(call(false, null), decision(Verdict.ASK_FIRST, Reason.UNKNOWN), false)).isInstanceOf(RuleBroken.class).hasMessageContaining("referred");
        assertThatCode(() -> ContactGate.mustPass(call(true, null), decision(Verdict.ASK_FIRST, Reason.UNKNOWN), false)).doesNotThrowAnyException();
    }

    @Test
    void the_one_call_made_without_knowing_can_be_written_down_once() {
        assertThatCode(() -> ContactGate.mustPass(call(false, null), decision(Verdict.REFUSED, Reason.CALLED_ONCE), false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ContactGate.mustPass(call(true, null), decision(Verdict.REFUSED, Reason.CALLED_ONCE), true)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void an_expired_answer_cuts_nobody_off() {
        assertThatCode(() -> ContactGate.mustPass(call(false, null), decision(Verdict.RECHECK, Reason.EXPIRED), false)).doesNotThrowAnyException();
    }

    @Test
    void leaving_a_voicemail_asks_its_own_stricter_question() {
        assertThat(contact(ContactChannel.CALL, true, ContactOutcome.VOICEMAIL, null).gate()).contains(Channel.VOICEMAIL);
        assertThat(contact(ContactChannel.CALL, true, ContactOutcome.NO_ANSWER, null).gate()).contains(Channel.PHONE);
    }

    @Test
    void nobody_is_asked_whether_a_client_may_come_to_us() {
        assertThat(contact(ContactChannel.CALL, false, ContactOutcome.SPOKE, null).gate()).isEmpty();
        assertThat(contact(ContactChannel.DROP_IN, false, ContactOutcome.MET, null).gate()).isEmpty();
    }

    @Test
    void somebody_else_on_the_line_ends_the_one_call() {
        assertThat(contact(ContactChannel.CALL, true, ContactOutcome.SPOKE, AnsweredBy.SOMEONE_ELSE).callResult()).isEqualTo(CallResult.SOMEONE_ELSE);
        assertThat(contact(ContactChannel.CALL, true, ContactOutcome.STOPPED, null).callResult()).isEqualTo(CallResult.SOMEONE_ELSE);
        assertThat(contact(ContactChannel.CALL, true, ContactOutcome.NO_ANSWER, null).callResult()).isEqualTo(CallResult.NO_ANSWER);
    }

    private static Decision decision(Verdict verdict, Reason reason) {
        return new Decision(Channel.PHONE, verdict, reason, "Never: they asked us not to use this.", List.of(), null);
    }

    private static NewContact call(boolean askedReferrer, @Nullable String despite) {
        return new NewContact(UUID.randomUUID(), ContactChannel.CALL, true, Set.of(), ContactOutcome.SPOKE, null, Instant.EPOCH, askedReferrer, despite, null);
    }

    private static NewContact contact(ContactChannel channel, boolean byUs, ContactOutcome outcome, @Nullable AnsweredBy answeredBy) {
        return new NewContact(UUID.randomUUID(), channel, byUs, Set.of(), outcome, answeredBy, Instant.EPOCH, false, null, null);
    }
}
