package org.alongside.engagement;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.helpline.Topic;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The town talks for sixteen days, and Harbour House runs it for the council: a post of today with a picture, a question and a poll, one for people who worry about how they behave, one that waits for its day and a draft. An older post tells what came of it. */
@Component
public class DemoEngagement implements DemoTown {
    public static final UUID CAMPAIGN = DemoTown.id(971), TODAY = DemoTown.id(972), CHANGE = DemoTown.id(973), WAITS = DemoTown.id(974), DRAFT = DemoTown.id(975), OLDER = DemoTown.id(976);
    private static final String COUNCIL_SAYS = "Westermouth Council";
    private final Campaigns campaigns;
    private final Posts posts;
    private final Pictures pictures;
    private final Polls polls;
    private final ActingTransaction acting;
    private final JdbcClient sql;
    private final Clock clock;

    DemoEngagement(Campaigns campaigns, Posts posts, Pictures pictures, Polls polls, ActingTransaction acting, JdbcClient sql, Clock clock) {
        this.campaigns = campaigns;
        this.posts = posts;
        this.pictures = pictures;
        this.polls = polls;
        this.acting = acting;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 98;
    }

    @Override
    public void plant() {
        Actor.Worker sal = DemoWorkers.at(SAL_MANAGER);
        LocalDate today = Times.day(clock.instant());
        int year = today.isAfter(LocalDate.of(today.getYear(), Month.DECEMBER, 10)) ? today.getYear() + 1 : today.getYear();
        LocalDate first = LocalDate.of(year, Month.NOVEMBER, 25), last = LocalDate.of(year, Month.DECEMBER, 10);
        older(sal, today);
        acting.as(sal, () -> {
            campaigns.begin(CAMPAIGN, new Campaign.Written(Topic.SURVIVORS, Language.ENGLISH, "Sixteen days of speaking up", """
                    From 25 November to 10 December people all over the world speak up against violence at home and on the street.

                    In Westermouth we use these days to listen. You can read, tick, write, or do nothing at all.""", "Harbour House runs this for Westermouth Council.", first, last), sal);
            write(sal, TODAY, new Post.Written(Category.QUESTION, Topic.SURVIVORS, Language.ENGLISH, CAMPAIGN, COUNCIL_SAYS, "What would make it easier to ask for help?",
                    "Sixteen days of speaking up begin soon. We would like to hear from you first: what helps, and what gets in the way?", """
                    Being hurt or controlled by someone close can happen to anybody. To women and to men. To young people and to grandparents. To straight, gay, bi and trans people. Many people tell nobody for years.

                    ## What people have told us

                    - “I did not think it counted, because he never hit me.”
                    - “I thought they would laugh at a man.”
                    - “I did not know that a phone call could stay a secret.”

                    These are words made up for this page. They are like what many people say.

                    ## What we are doing

                    From January more doctors and schools in our town learn to **ask how things are at home**, alone and with time. Nobody has to answer. But somebody asks.

                    You do not need to have been hurt yourself to have an idea.""",
                    "What would make it easier to ask for help where you live?", true, last));
            pictures.put(TODAY, drawn(), "street.png", "A street of small houses in the evening. Light is in every window, and two people stand at an open door.", sal);
            posts.add(TODAY, DemoTown.id(977), "Find help near you", "https://www.gov.uk/guidance/domestic-abuse-how-to-get-help", "What the government says about getting help.", sal);
            posts.add(TODAY, DemoTown.id(978), "About the sixteen days", "https://www.unwomen.org/en/what-we-do/ending-violence-against-women/unite/16-days-of-activism", "Why it is these days, all over the world.", sal);
            polls.choose(TODAY, "what-would-help", true, sal);
            posts.publish(TODAY, clock.instant().minus(Duration.ofMinutes(5)), sal);
            write(sal, CHANGE, new Post.Written(Category.RESOURCE, Topic.BEHAVIOUR, Language.ENGLISH, CAMPAIGN, "Harbour House", "Do you worry about how you treat someone?",
                    "Shouting, checking a phone, breaking things, making somebody afraid: it can stop. It begins with one honest talk.", """
                    Perhaps you have said sorry many times, and it happened again. Perhaps somebody at home goes quiet when you come in.

                    You are not the only one who asks for help with this. People do it every week, also here.

                    ## What happens when you call

                    - You can leave your name out.
                    - Somebody listens who has heard it before.
                    - They ask about **everybody’s safety**, the children’s too.
                    - You hear what you can do today, and what takes longer.

                    If you fear that you will hurt somebody now, leave the room, leave the house, and call from there.""", "", false, null));
            posts.publish(CHANGE, clock.instant().minus(Duration.ofDays(1)), sal);
            write(sal, WAITS, new Post.Written(Category.EVENT, Topic.GENERAL, Language.ENGLISH, CAMPAIGN, COUNCIL_SAYS, "Lights on in the library",
                    "On the first evening of the sixteen days the library stays open late, with tea, and with people to talk to.", "Come in out of the dark. There is tea, there are biscuits, and there are people from the services of our town. Nobody asks why you came.\n\nThe children’s corner is open too.", "", true, last));
            posts.schedule(WAITS, first(today, first), sal);
            write(sal, DRAFT, new Post.Written(Category.STORY, Topic.SURVIVORS, Language.ENGLISH, CAMPAIGN, "Harbour House", "A day on the helpline", "Who rings, and what we say first.", "", "", true, null));
        });
        opened(TODAY, today, 12, 1);
        opened(CHANGE, today, 31, 18);
    }

    private static Instant first(LocalDate today, LocalDate first) {
        return Times.morning(first.isAfter(today) ? first : today.plusDays(1));
    }

    private void older(Actor.Worker sal, LocalDate today) {
        Post.Written asked = new Post.Written(Category.QUESTION, Topic.GENERAL, Language.ENGLISH, null, COUNCIL_SAYS, "Where should the help desk be?", "A help desk opens once a week. We asked where, and on which day.", """
                We have one afternoon a week for a help desk, and two places that would have us: the library and the health centre.

                Which one would you rather walk into?""", "Library or health centre?", false, null);
        acting.as(sal, () -> {
            write(sal, OLDER, asked);
            polls.choose(OLDER, "what-would-help", false, sal);
            posts.publish(OLDER, clock.instant().minus(Duration.ofDays(60)), sal);
            posts.change(OLDER, 0, new Post.Written(asked.category(), asked.topic(), asked.language(), null, asked.author(), asked.title(), asked.lead(), asked.words(), asked.question(), false, today.minusDays(30)), sal);
            posts.tell(OLDER, 1, "Most people said the library: nobody wonders why you go there. Some said that they can only come after work.", "- The help desk opens in the library, from 4pm to 7pm on Thursdays.\n- The health centre has the number of the desk at its counter.\n- We cannot open on a second day this year. We look at it again in April.", sal);
        });
        acting.as(new Actor.Job(HARBOUR_HOUSE, Posts.JOB), () -> {
            ticked(today, "first", List.of("", "tell", "ask", "homes", "change", "other"), List.of(83, 34, 22, 15, 9, 3));
            ticked(today, "where", List.of("", "friend", "doctor", "phone", "web", "faith", "police", "nowhere"), List.of(79, 41, 28, 19, 36, 7, 11, 14));
        });
        opened(OLDER, today, 9, 4);
    }

    private void ticked(LocalDate today, String item, List<String> answers, List<Integer> numbers) {
        for (int one = 0; one < answers.size(); one++) {
            sql.sql("insert into engagement.poll_day (post_id, organisation_id, day, item, answer, number) values (:post, :house, :day, :item, :answer, :number)").param("post", OLDER).param("house", HARBOUR_HOUSE.id()).param("day", today.minusDays(40)).param("item", item).param("answer", answers.get(one)).param("number", numbers.get(one)).update();
        }
    }

    private void opened(UUID post, LocalDate today, int most, int least) {
        acting.as(new Actor.Job(HARBOUR_HOUSE, Posts.JOB), () -> {
            for (int back = 0; back < Visits.DAYS; back += post.equals(TODAY) ? Visits.DAYS : 1) {
                sql.sql("insert into engagement.visit_day (post_id, organisation_id, day, number) values (:post, :house, :day, :number)").param("post", post).param("house", HARBOUR_HOUSE.id()).param("day", today.minusDays(back)).param("number", least + (back * 7 + 3) % (most - least + 1)).update();
            }
        });
    }

    private void write(Actor.Worker who, UUID id, Post.Written written) {
        posts.write(id, written, who);
    }

    /** A street in the evening, drawn here. */
    private static byte[] drawn() {
        BufferedImage picture = new BufferedImage(1200, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, new Color(0x0f4a52), 0, 600, new Color(0x9bbfbd)));
        pen.fillRect(0, 0, 1200, 600);
        pen.setPaint(new Color(0xf7ecd0));
        pen.fill(new Ellipse2D.Double(1010, 60, 70, 70));
        int[] tops = {250, 210, 265, 190, 240, 220};
        Color[] walls = {new Color(0x17606a), new Color(0x2f6b3f), new Color(0x3d4f51), new Color(0x7a280c), new Color(0x17606a), new Color(0x2b4a5e)};
        for (int house = 0; house < tops.length; house++) house(pen, 30 + house * 192, tops[house], walls[house], house == 3);
        pen.setPaint(new Color(0x1f2b2d));
        pen.fillRect(0, 520, 1200, 80);
        pen.setPaint(new Color(0xf7ecd0));
        Path2D light = new Path2D.Double();
        light.moveTo(686, 520);
        light.lineTo(734, 520);
        light.lineTo(800, 600);
        light.lineTo(640, 600);
        light.closePath();
        pen.fill(light);
        person(pen, 660, 440, new Color(0x9a3412));
        person(pen, 745, 446, new Color(0xe3efee));
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void house(Graphics2D pen, int left, int top, Color wall, boolean open) {
        pen.setPaint(wall);
        pen.fill(new Rectangle2D.Double(left, top, 175, 520 - top));
        Path2D roof = new Path2D.Double();
        roof.moveTo(left - 10, top);
        roof.lineTo(left + 87.5, top - 80);
        roof.lineTo(left + 185, top);
        roof.closePath();
        pen.setPaint(wall.darker());
        pen.fill(roof);
        pen.setPaint(new Color(0xffd84d));
        for (int row = top + 30; row < 400; row += 85) for (int column : new int[] {left + 25, left + 105}) pen.fill(new RoundRectangle2D.Double(column, row, 45, 50, 6, 6));
        pen.setPaint(open ? new Color(0xf7ecd0) : wall.darker().darker());
        pen.fill(new Rectangle2D.Double(left + 70, 430, 48, 90));
        pen.setPaint(wall.darker());
        pen.setStroke(new BasicStroke(3));
        pen.draw(new Rectangle2D.Double(left + 70, 430, 48, 90));
    }

    private static void person(Graphics2D pen, int left, int top, Color coat) {
        pen.setPaint(new Color(0x5a3d2b));
        pen.fill(new Ellipse2D.Double(left + 6, top, 26, 28));
        pen.setPaint(coat);
        pen.fill(new RoundRectangle2D.Double(left, top + 28, 38, 60, 24, 24));
        pen.setPaint(new Color(0x1f2b2d));
        pen.fillRect(left + 7, top + 80, 9, 26);
        pen.fillRect(left + 22, top + 80, 9, 26);
    }
}
