package org.alongside.voices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Times;
import org.alongside.voices.Voice.Agreed;
import org.alongside.voices.Voice.NewVoice;
import org.springframework.stereotype.Component;

/** What two men of Westermouth say about statements. Both are invented, and so are their words. */
@Component
public class DemoVoices implements DemoTown {
    public static final UUID BELIEVED = DemoTown.id(941), PLAN = DemoTown.id(942);
    private final Voices voices;
    private final Clock clock;

    DemoVoices(Voices voices, Clock clock) {
        this.voices = voices;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 96;
    }

    @Override
    public void plant() {
        say(BELIEVED, "A5", "I had a speech ready to prove it. Nobody asked for it. That was the first night I slept.", "a man in his forties");
        say(PLAN, "D2", "We made a plan that looked like a shopping list. It hung on the fridge and nobody knew what it was.", "a father");
    }

    private void say(UUID id, String statement, String words, String who) {
        LocalDate agreed = Times.day(clock.instant()).minusDays(18);
        Actor.Worker mina = DemoWorkers.at(MINA_SUPPORT_WORKER), priya = DemoWorkers.at(PRIYA_LEAD);
        NewVoice said = new NewVoice("supporting-men", statement, words, who, false, Agreed.SIGNED, "To stand beside this statement where everybody reads it. We read the page together.", agreed, agreed.plusYears(2));
        Acting.as(mina, () -> voices.takeDown(id, said, mina));
        Acting.as(priya, () -> voices.show(id, "Read as somebody would who looks for them: many could have said it.", priya));
    }
}
