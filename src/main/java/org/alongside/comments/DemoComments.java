package org.alongside.comments;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.organisations.DemoWorkers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people of Westermouth said under the first post of the sixteen days: some of it shown, some waiting, one with a safeguarding lead. */
@Component
public class DemoComments implements DemoTown {
    /** The post of the demo that takes comments, as {@code engagement} plants it. */
    public static final UUID CONVERSATION = DemoTown.id(972);
    /** The numbers by which two of them are followed. */
    public static final String SHOWN_NUMBER = "384916207755", RETURNED_NUMBER = "520718394466";
    public static final UUID SHOWN = DemoTown.id(991), WAITS = DemoTown.id(993), HARD = DemoTown.id(994), DANGER = DemoTown.id(995), RETURNED = DemoTown.id(996);
    static final UUID REPLY = DemoTown.id(992), OTHER = DemoTown.id(997), THEME = DemoTown.id(998), SECOND_THEME = DemoTown.id(999);
    private final Comments comments;
    private final Moderation moderation;
    private final Themes themes;
    private final Cares cares;
    private final PublishedComments published;
    private final ActingTransaction acting;

    DemoComments(Comments comments, Moderation moderation, Themes themes, Cares cares, PublishedComments published, ActingTransaction acting) {
        this.comments = comments;
        this.moderation = moderation;
        this.themes = themes;
        this.cares = cares;
        this.published = published;
        this.acting = acting;
    }

    @Override
    public int order() {
        return 99;
    }

    @Override
    public void plant() {
        Actor.Worker jo = DemoWorkers.at(JO_HELPLINE_WORKER), sal = DemoWorkers.at(SAL_MANAGER);
        published.lookAgain();
        acting.as(sal, () -> {
            cares.promise(new Care("Mo-Fr 09:00-17:00; PH off", 8, 8, 0), sal);
            cares.add(UUID.nameUUIDFromBytes("demo word".getBytes()), "the grange", Cares.Effect.MARK, sal);
            themes.add(THEME, "Being asked", sal);
            themes.add(SECOND_THEME, "Somewhere to go", sal);
        });
        says(SHOWN, null, "Sparrow", "The nurse asked when we were alone, and she did not write anything down before she had asked me if she may. I said no that day. I said yes the second time.", true, SHOWN_NUMBER);
        says(OTHER, null, "", "As a man I did not know that the help desk is for me too. Write it on the door.", false, "610283947155");
        shows(SHOWN, Set.of(THEME), jo);
        shows(OTHER, Set.of(SECOND_THEME), jo);
        published.lookAgain();
        says(REPLY, SHOWN, "A neighbour", "Thank you for this. I will ask again, and not only once.", true, "719384620577");
        shows(REPLY, Set.of(THEME), jo);
        says(WAITS, null, "Kim", "Barbara at the desk in Westermouth library helped me, ring her on 01632 960188. She is there on Tuesdays.", false, "827364519088");
        says(HARD, null, "", "There was blood on my shirt and the bus driver still only asked for my fare. Train the drivers.", true, "936475820199");
        says(DANGER, null, "", "He knows where I am and he says he is going to kill me. I can not ring.", false, "145283649201");
        says(RETURNED, null, "M.", "My sister in the blue house by the harbour needs this, tell her.", false, RETURNED_NUMBER);
        acting.as(jo, () -> moderation.giveBack(RETURNED, 0, Reason.POINTS, "Your sister could be found by the house. Could you say it without the place?", jo));
        published.lookAgain();
    }

    private void says(UUID id, @Nullable UUID replyTo, String name, String words, boolean mayQuote, String number) {
        comments.write(new Comments.NewComment(id, CONVERSATION, replyTo, Written.typed(name, words), mayQuote, false, false), comments.writer(number));
    }

    private void shows(UUID id, Set<UUID> about, Actor.Worker who) {
        acting.as(who, () -> moderation.publish(id, new Moderation.Showing(0, true, List.of(), List.of(), about), who));
    }
}
