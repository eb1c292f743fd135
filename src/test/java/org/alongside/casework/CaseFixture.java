package org.alongside.casework;

import java.util.Map;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.people.About;
import org.alongside.people.Channel;
import org.alongside.people.ChannelAnswer;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.Safe;
import org.alongside.people.SafeContact;

/** New cases for tests. */
final class CaseFixture {
    static final SafeContact CALLS_ONLY = contact(Map.of(Channel.PHONE, ChannelAnswer.of(Safe.YES), Channel.TEXT, ChannelAnswer.of(Safe.NEVER)));
    static final SafeContact NOBODY_KNOWS = contact(Map.of());

    private CaseFixture() {
    }

    static SafeContact contact(Map<Channel, ChannelAnswer> answers) {
        return new SafeContact("+441632960299", null, answers, "", "", "", true, "", null, null);
    }

    static CaseId open(World world, People people, Cases cases, Actor.Worker me) {
        return open(world, people, cases, me, CALLS_ONLY);
    }

    static CaseId open(World world, People people, Cases cases, Actor.Worker me, SafeContact contact) {
        return world.as(me, () -> {
            CaseId id = cases.open(people.record(new NewPerson(me.side(), About.named("Robin-Lee", "Testcase"), contact), me), null, me);
            cases.accept(id, me);
            return id;
        });
    }
}
