package org.alongside.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.access.DemoTown;
import org.alongside.ui.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Help can be found while the database is away. */
@AlongsideTest
class DirectoryAwayTests {
    @Autowired Places places;
    @Autowired ObjectProvider<OtherListings> others;
    @Autowired Words words;
    @Autowired Clock clock;
    @Autowired Directory directory;
    @Autowired PublishedServices published;

    @Test
    void with_the_database_away_from_the_start_the_helplines_are_still_found() {
        Directory alone = new Directory(new PublishedServices(away(), new EntryRows(away(), clock), places), others, places, words, clock);

        alone.refresh();

        assertThat(alone.find(new Seeker(Set.of(Audience.HARMED, Audience.MEN), Set.of(Need.TALK), null, false), 0, 50).found()).extracting(found -> found.listing().name()).contains("ManKind Initiative");
    }

    @Test
    void when_the_database_goes_away_what_was_known_stays() {
        boolean[] gone = {false};
        PublishedServices leaving = new PublishedServices(away(), new EntryRows(away(), clock), places) {
            @Override
            List<Listing> read() {
                return gone[0] ? super.read() : published.read();
            }

            @Override
            Changes changes(String since) {
                return gone[0] ? super.changes(since) : published.changes(since);
            }
        };
        Directory leftBehind = new Directory(leaving, others, places, words, clock);
        leftBehind.refresh();
        gone[0] = true;

        leftBehind.refresh();
        leftBehind.lookAgain();

        assertThat(leftBehind.receivedBy(DemoTown.HARBOUR_HOUSE)).hasSize(2);
    }

    @Test
    void real_organisations_of_the_demo_have_no_inbox_and_invented_ones_say_so() {
        List<Listing> all = directory.find(new Seeker(Set.of(), Set.of(), null, false), 0, 1000).found().stream().map(Found::listing).toList();

        assertThat(all.stream().filter(listing -> !listing.invented())).isNotEmpty().allSatisfy(listing -> assertThat(listing.receiver()).isNull());
        assertThat(all.stream().filter(Listing::invented)).hasSizeGreaterThanOrEqualTo(14).allSatisfy(listing ->
                assertThat(listing.contacts().get(0).value().replace(" ", "")).matches("(01632960|07700900|0808157)\\d+"));
    }

    @Test
    void a_service_that_is_not_there_is_not_found() {
        assertThat(directory.service(UUID.randomUUID())).isEmpty();
    }

    private static JdbcClient away() {
        return JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nowhere?connectTimeout=1"));
    }
}
