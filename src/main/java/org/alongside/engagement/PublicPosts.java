package org.alongside.engagement;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Remembered;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.Instruments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What everybody reads, in memory. */
@Component
public class PublicPosts extends Remembered<PublicPosts.Known> {
    private final Posts posts;
    private final Campaigns campaigns;
    private final Instruments instruments;
    private final JdbcClient sql;

    PublicPosts(ActingTransaction acting, Posts posts, Campaigns campaigns, Instruments instruments, JdbcClient sql) {
        super(acting, new Known(List.of(), List.of(), Map.of()));
        this.posts = posts;
        this.campaigns = campaigns;
        this.instruments = instruments;
        this.sql = sql;
    }

    /** @param posts the newest first @param sets by the hash of their version */
    record Known(List<Post> posts, List<Campaign> campaigns, Map<String, Instrument> sets) {}

    /** What is shown now, the newest first. */
    public List<Post> shown(Instant now) {
        return known().posts.stream().filter(one -> one.isShown(now)).toList();
    }

    /** The same with what asks something that can still be answered before the rest. */
    public List<Post> asking(Instant now) {
        return shown(now).stream().sorted(Comparator.comparing((Post one) -> !one.asks(now))).toList();
    }

    public Optional<Post> post(int number, Instant now) {
        return shown(now).stream().filter(one -> one.number() == number).findFirst();
    }

    public boolean isShownPicture(UUID picture, Instant now) {
        return shown(now).stream().anyMatch(one -> one.picture() != null && one.picture().id().equals(picture));
    }

    /** Of which a post is shown now, the last begun first. */
    public List<Campaign> campaigns(Instant now) {
        List<UUID> seen = shown(now).stream().map(one -> one.written().campaign()).filter(Objects::nonNull).distinct().toList();
        return known().campaigns.stream().filter(one -> seen.contains(one.id())).toList();
    }

    public Optional<Campaign> campaign(int number, Instant now) {
        return campaigns(now).stream().filter(one -> one.number() == number).findFirst();
    }

    public Optional<Campaign> campaignOf(Post post) {
        return known().campaigns.stream().filter(one -> one.id().equals(post.written().campaign())).findFirst();
    }

    /** What its poll asks; empty where it has none. */
    public Optional<Instrument> poll(Post post) {
        return Optional.ofNullable(post.poll()).map(poll -> known().sets.get(poll.hash()));
    }

    @Override
    protected String stamp() {
        return sql.sql("""
                select concat_ws('/', (select md5(string_agg(p.id || ' ' || p.changes, ',' order by p.id)) from engagement.post p where p.state = 'PUBLISHED'), (select md5(string_agg(c.id || ' ' || c.version, ',' order by c.id)) from engagement.campaign c))
                """).query(String.class).single();
    }

    @Override
    protected Known read() {
        List<Post> shown = posts.read("where p.state = 'PUBLISHED' order by p.publish_at desc, p.number desc");
        Map<String, Instrument> sets = new HashMap<>();
        shown.stream().flatMap(one -> Stream.ofNullable(one.poll())).map(Post.Poll::hash).distinct().forEach(hash -> sets.put(hash, instruments.version(hash)));
        return new Known(shown, campaigns.read("order by c.starts_on desc, c.number desc"), sets);
    }
}
