package org.alongside.engagement;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.InstrumentKind;
import org.alongside.instruments.Instruments;
import org.alongside.instruments.Item;
import org.alongside.shared.NotFound;
import org.alongside.shared.Protected;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;

/** What posts ask by ticking: answered without an account, counted by answer and day, and by nothing else. */
@Service
public class Polls {
    private static final int MOST_QUESTIONS = 10, MOST_OPTIONS = 20;
    private final Posts posts;
    private final Instruments instruments;
    private final ActingTransaction acting;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;
    private final Map<UUID, Told> told = new ConcurrentHashMap<>();

    Polls(Posts posts, Instruments instruments, ActingTransaction acting, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.posts = posts;
        this.instruments = instruments;
        this.acting = acting;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** What a question came to. @param answered how many answered it @param answers of each of its options, in their order */
    public record Result(Item item, Protected answered, List<Protected> answers) {}

    private record Told(LocalDate before, List<Result> results) {}

    /** Whether a set can be a poll: for anybody, to be ticked, each question always asked, and nothing in it that two ticks could contradict. */
    static boolean mayAsk(Instrument set) {
        return set.kind() == InstrumentKind.CONSULTATION && set.by() == Instrument.By.PUBLIC && !set.licence().numbersOnly() && !set.items().isEmpty() && set.items().size() <= MOST_QUESTIONS
                && set.items().stream().allMatch(item -> item.kind().isPicked() && item.when() == null && item.exclusive().isEmpty() && item.options().size() <= MOST_OPTIONS);
    }

    /** Those that the acting organisation may choose from, by title. */
    @Transactional(readOnly = true)
    public List<Instrument> choices() {
        return instruments.inUse(InstrumentKind.CONSULTATION).stream().filter(Polls::mayAsk).toList();
    }

    /** The version that a post asks; null for none. */
    @Transactional(readOnly = true)
    public @Nullable Instrument of(Post post) {
        return post.poll() == null ? null : instruments.version(post.poll().hash());
    }

    /** @param key of the set; null for no poll @param seen whether its numbers are seen before it closes. RuleBroken where the set is no poll, and for another set once somebody has answered */
    @Transactional
    public void choose(UUID post, @Nullable String key, boolean seen, Actor.Worker me) {
        Post before = posts.held(post, me);
        Instrument set = key == null ? null : choices().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow(() -> new NotFound("instrument", null));
        String hash = set == null ? null : set.hash(), was = before.poll() == null ? null : before.poll().hash();
        boolean same = before.poll() != null && set != null && instruments.version(before.poll().hash()).key().equals(set.key());
        if (!same && was != null && sql.sql("select exists (select from engagement.poll_day where post_id = :post)").param("post", post).query(Boolean.class).single()) {
            throw new RuleBroken("engagement.answered", "People have answered these questions. They stay; write another post for others.");
        }
        if (set != null && !same) instruments.keep(set);
        sql.sql("update engagement.post set poll_hash = :hash, poll_seen = :seen, changes = changes + 1 where id = :post").param("hash", same ? was : hash, Types.VARCHAR).param("seen", set != null && seen).param("post", post).update();
        audit.changed("post", post, set == null ? "poll removed" : "poll chosen");
    }

    /** Counts what somebody ticked, today. NotFound where the post asks nothing now. @return whether anything was ticked */
    public boolean answer(Post post, AnswerSheet sheet) {
        if (post.poll() == null || !post.isShown(clock.instant()) || post.isClosed(clock.instant())) throw new NotFound();
        List<String> items = new ArrayList<>(), answers = new ArrayList<>();
        for (Item item : sheet.instrument().items()) {
            List<String> chosen = sheet.of(item).chosen();
            if (chosen.isEmpty()) continue;
            items.add(item.key());
            answers.add("");
            chosen.forEach(one -> {
                items.add(item.key());
                answers.add(one);
            });
        }
        if (items.isEmpty()) return false;
        // In one order, so that two who answer at once wait for each other and not crosswise.
        acting.as(new Actor.Job(post.organisation(), Posts.JOB), () -> sql.sql("""
                insert into engagement.poll_day (post_id, organisation_id, day, item, answer, number) select :post, :organisation, :day, item, answer, 1 from unnest(:items::text[], :answers::text[]) as ticked (item, answer) order by item, answer
                on conflict (post_id, day, item, answer) do update set number = engagement.poll_day.number + 1
                """).param("post", post.id()).param("organisation", post.organisation().id()).param("day", today()).param("items", items.toArray(String[]::new)).param("answers", answers.toArray(String[]::new)).update());
        return true;
    }

    private record Count(String item, String answer, int number) {}

    /**
     * What was answered until yesterday, as it may be shown. Read once a day.
     * None where the database is away.
     * Safety: a number that moved with each answer would tell what the last one answered to whoever knows when they did; small ones are neither shown nor look like none.
     */
    public List<Result> results(Post post, Instrument set) {
        LocalDate today = today();
        Told known = told.get(post.id());
        if (known != null && known.before.equals(today)) return known.results;
        try {
            List<Result> results = read(post, set, today);
            told.put(post.id(), new Told(today, results));
            return results;
        } catch (DataAccessException | TransactionException away) {
            return known == null ? List.of() : known.results;
        }
    }

    private List<Result> read(Post post, Instrument set, LocalDate before) {
        Map<String, Integer> counts = new HashMap<>();
        acting.as(new Actor.Job(post.organisation(), Posts.JOB), () -> sql.sql("select item, answer, sum(number) as number from engagement.poll_day where post_id = :post and day < :before group by item, answer").param("post", post.id()).param("before", before).query(Count.class).list())
                .forEach(one -> counts.put(one.item + "/" + one.answer, one.number));
        return set.items().stream().map(item -> result(item, counts)).toList();
    }

    private static Result result(Item item, Map<String, Integer> counts) {
        int all = counts.getOrDefault(item.key() + "/", 0);
        List<Integer> each = item.options().stream().map(option -> counts.getOrDefault(item.key() + "/" + option.value(), 0)).toList();
        // Where several may be ticked, each answer parts all of them in two: those who ticked it and those who did not.
        List<Protected> shown = item.kind() == Item.Kind.SEVERAL ? each.stream().map(one -> Protected.parts(List.of(one, all - one)).get(0)).toList() : Protected.parts(each);
        return new Result(item, Protected.whole(all), shown);
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }
}
