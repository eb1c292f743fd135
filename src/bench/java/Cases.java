import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.access.DemoTown;

/**
 * A case with fifty contacts, the team's list and the inbox of a service with many cases, each beside the very statements the page sent, without the application.
 * Run by bin/bench case.
 */
class Cases {
    private static final int CONTACTS = 50;
    private static final Pattern CASE = Pattern.compile("/desk/cases/([0-9a-f-]{36})");

    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[1]), cases = Integer.parseInt(arguments[2]);
        List<String> flags = List.of(arguments).subList(3, arguments.length);
        Running house = new Running(arguments[0], flags, Map.of("shared_buffers", "256MB", "max_wal_size", "4GB"));
        String mina = house.signIn("mina@harbour.example"), tom = house.signIn("tom@harbour.example");
        Matcher found = CASE.matcher(house.get("/desk/cases?list=mine", mina, 0).body());
        if (!found.find()) throw new IllegalStateException("no case on the list");
        new Plans(house, cases).grow();
        house.asSuperuser("""
                insert into casework.moment (id, case_id, organisation_id, side, kind, happened_at, recorded_at, worker_id, headline, path)
                  select md5('contact' || m)::uuid, '%1$s', '%2$s', 'SUPPORT', 'CONTACT', now() - m * interval '1 day', now(), '%3$s', 'Call: spoke with them', '/desk/cases/%1$s/contacts' from generate_series(1, %4$d) m;
                insert into casework.contact (id, case_id, organisation_id, side, channel, started_by, purposes, outcome, answered_by, gate)
                  select md5('contact' || m)::uuid, '%1$s', '%2$s', 'SUPPORT', 'CALL', 'US', '{EMOTIONAL_SUPPORT}', 'SPOKE', 'CLIENT', 'ALLOWED' from generate_series(1, %4$d) m
                """.formatted(found.group(1), DemoTown.HARBOUR_HOUSE.id(), DemoTown.MINA_SUPPORT_WORKER.id(), CONTACTS));
        System.out.printf("%nEmbedded PostgreSQL 17 (fsync on), application with %s, %,d cases, load before: %s%n", String.join(" ", flags), cases, Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        System.out.printf("%-8s %-14s %10s %10s %10s %12s %12s%n", "", "", "visits/s", "p50 ms", "p99 ms", "app CPU ms", "SQL CPU ms");
        Journey journey = new Journey(house);
        String contacts = found.group() + "/contacts";
        if (house.get(contacts, mina, 0).body().split("class=\"moment\"", -1).length <= CONTACTS) throw new IllegalStateException("the page does not show " + CONTACTS + " contacts");
        journey.compare("contacts", seconds, () -> Running.must(200, house.get(contacts, mina, 0)), "a case with its " + CONTACTS + " contacts; bound by rendering; one commit, because the look is written down");
        journey.compare("case", seconds, () -> Running.must(200, house.get(found.group(), mina, 0)), "its overview");
        journey.compare("team", seconds, () -> Running.must(200, house.get("/desk/cases?list=team", tom, 0)), "the first fifty of the team's cases, with what is overdue in each; bound by PostgreSQL");
        journey.compare("inbox", seconds, () -> Running.must(200, house.get("/desk/inbox", tom, 0)), "the inbox by danger and waiting; names are unsealed one by one");
        System.exit(0);
    }
}
