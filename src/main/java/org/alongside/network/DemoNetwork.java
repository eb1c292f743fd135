package org.alongside.network;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.Role;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Three members of two organisations, one of whom moderates; a question with an answer, a resource, a notice, and one question that waits. Tom has asked to join. */
@Component
public class DemoNetwork implements DemoTown {
    public static final UUID QUESTION = DemoTown.id(821), ANSWER = DemoTown.id(822), RESOURCE = DemoTown.id(823), NOTICE = DemoTown.id(824), WAITS = DemoTown.id(825);
    private final Members members;
    private final Posts posts;
    private final Moderation moderation;
    private final ActingTransaction acting;
    private final Clock clock;

    DemoNetwork(Members members, Posts posts, Moderation moderation, ActingTransaction acting, Clock clock) {
        this.members = members;
        this.posts = posts;
        this.moderation = moderation;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 88;
    }

    @Override
    public void plant() {
        Actor.Worker sal = DemoWorkers.at(SAL_MANAGER), mina = DemoWorkers.at(MINA_SUPPORT_WORKER), lee = DemoWorkers.at(LEE_TRAINER), wren = DemoWorkers.at(WREN_REVIEWER);
        joins(mina, "Support worker for men and women", "Men in court, fathers and contact, the first call", sal);
        joins(lee, "Trainer", "Asking men, teaching in health services", sal);
        // Whoever ran the board's office when Wren joined.
        joins(wren, "Reviewer of services", "Standards, how services look from outside", new Actor.Worker(NOOR_REVIEWER, QUALITY_BOARD, null, Set.of(Role.ADMINISTRATOR)));
        acting.as(DemoWorkers.at(TOM_DUTY_WORKER), () -> members.ask("Duty worker", "First calls, finding a safe place the same day", DemoWorkers.at(TOM_DUTY_WORKER)));
        LocalDate today = Times.day(clock.instant());
        write(mina, QUESTION, PostKind.QUESTION, null, Subject.SAFE_PLACES, "Who takes in a father with a teenage son?", "Most places we ring take mothers with younger children. Which kinds of place have said yes to a father with a son over fourteen, and what did you tell them before they did?", "", null);
        write(lee, RESOURCE, PostKind.RESOURCE, null, Subject.MEN, "Ten openings for asking a man", "Sentences our course uses for asking a man whether somebody hurts or controls him, with what people say when they mean no and when they mean not now.", "https://training.example/openings", null);
        write(lee, NOTICE, PostKind.NOTICE, null, Subject.TEAMS, "Free places at the next webinar", "A first conversation, for everybody who meets men at work. Two hours online; send your newest colleagues.", "", today.plusWeeks(4));
        for (UUID one : new UUID[] {QUESTION, RESOURCE, NOTICE}) acting.as(wren, () -> moderation.publish(one, wren));
        write(lee, ANSWER, PostKind.ANSWER, QUESTION, Subject.SAFE_PLACES, "", "Small houses with flats of their own, rather than shared ones: ask for “self-contained”. I am guessing, but it seems to help to say at once how old he is and that he stays with his father.", "", null);
        acting.as(wren, () -> moderation.publish(ANSWER, wren));
        write(mina, WAITS, PostKind.QUESTION, null, Subject.JUSTICE, "Special measures for a man", "Has a court ever said no to a screen because the witness is a man? The desk that helped us is on 01632 960155.", "", null);
    }

    private void joins(Actor.Worker who, String does, String knows, Actor.Worker by) {
        acting.as(who, () -> members.ask(does, knows, who));
        acting.as(by, () -> members.confirm(who.worker(), by));
    }

    private void write(Actor.Worker who, UUID id, PostKind kind, @Nullable UUID question, Subject subject, String title, String words, String link, @Nullable LocalDate lastDay) {
        acting.as(who, () -> posts.write(id, kind, question, new Post.Words(subject, title, words, link, lastDay), null, who));
    }
}
