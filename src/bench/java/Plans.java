import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.alongside.access.DemoTown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How PostgreSQL answers each page when there is much of everything: the plans of the very statements a page sends, as the application role, behind row level
 * security. Says where a big table is read from end to end. Run by bin/bench plans.
 */
class Plans {
    private static final int BIG = 10_000;
    private static final Pattern CASE = Pattern.compile("/desk/cases/([0-9a-f-]{36})");
    private static final String HARBOUR = DemoTown.HARBOUR_HOUSE.id().toString();

    private final Running house;
    private final int cases;

    /** One statement of a page. @param scanned big tables read from end to end @param thrownAway rows read and then not wanted */
    record Planned(String sql, double millis, Set<String> scanned, long thrownAway, String plan) {}

    public static void main(String[] arguments) throws Exception {
        Running house = new Running(arguments[0], List.of(arguments).subList(2, arguments.length), Map.of("shared_preload_libraries", "auto_explain",
                "auto_explain.log_analyze", "on", "auto_explain.log_format", "json", "auto_explain.log_nested_statements", "on", "log_rotation_size", "0", "shared_buffers", "256MB", "max_wal_size", "4GB"));
        new Plans(house, Integer.parseInt(arguments[1])).run();
        System.exit(0);
    }

    Plans(Running house, int cases) {
        this.house = house;
        this.cases = cases;
    }

    private void run() throws Exception {
        String mina = house.signIn("mina@harbour.example"), tom = house.signIn("tom@harbour.example"), sal = house.signIn("sal@harbour.example"), jo = house.signIn("jo@harbour.example"),
                priya = house.signIn("priya@harbour.example");
        var found = CASE.matcher(house.get("/desk/cases?list=mine", mina, 0).body());
        if (!found.find()) throw new IllegalStateException("no case on the list");
        String theCase = found.group();
        String person = asked("select person_id::text from casework.client_case where id = '" + found.group(1) + "'");
        String referral = asked("select id::text from referral.referral where organisation_id = '" + HARBOUR + "' and side = 'SUPPORT' and status = 'RECEIVED' limit 1");
        grow();
        Map<String, String> pages = new LinkedHashMap<>();
        for (String page : List.of("/desk/inbox", "/desk/inbox/decided", "/desk/referrals/" + referral, "/desk/messages")) pages.put(page, tom);
        for (String page : List.of("/desk/cases?list=mine", "/desk/cases?list=team", "/desk/cases?list=overdue", "/desk/cases?list=waiting", "/desk/cases?list=closed", "/desk/reviews", "/desk/day", "/desk/rota", "/desk/appointments", "/desk/orders", "/desk/accommodation", "/desk/concerns", "/desk/people", theCase, theCase + "/timeline",
                theCase + "/timeline?kind=CONTACT", theCase + "/contacts", theCase + "/needs", theCase + "/actions", theCase + "/assessment", theCase + "/plan", theCase + "/closure", theCase + "/appointments", theCase + "/orders", theCase + "/accommodation", theCase + "/onward", theCase + "/outcomes", theCase + "/incidents", theCase + "/letters", theCase + "/documents", theCase + "/oversight", theCase + "/texts", "/desk/people/" + person,
                "/desk/people/" + person + "/contact", "/desk/people/" + person + "/addresses", "/desk/people/" + person + "/relations", "/desk/people/" + person + "/names", "/desk/people/" + person + "/shared")) pages.put(page, mina);
        for (String page : List.of("/desk/caseloads", "/desk/approvals", "/desk/supervision", theCase + "/allocation")) pages.put(page, sal);
        for (String page : List.of("/desk/calls", "/desk/calls/new")) pages.put(page, jo);
        for (String page : List.of("/desk/matches", "/desk/audit", "/desk/requests", "/desk/keeping", "/desk/people/" + person + "/keeping")) pages.put(page, priya);
        pages.put("/desk/onward", sal);

        System.out.printf(Locale.ROOT, "%n%-44s %10s %10s %12s %s%n", "page", "statements", "SQL ms", "thrown away", "big tables read from end to end");
        house.asSuperuser("alter system set auto_explain.log_min_duration = 0");
        house.asSuperuser("select pg_reload_conf()");
        Thread.sleep(500);
        List<Planned> bad = new ArrayList<>();
        for (Map.Entry<String, String> page : pages.entrySet()) bad.addAll(show(page.getKey().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}"), planned(() -> Running.must(200, house.get(page.getKey(), page.getValue(), 0)))));
        bad.addAll(show("POST /desk/people (by name)", planned(() -> Running.must(200, house.post("/desk/people", mina, 0, "given=Robin&family=Crowd77")))));
        bad.addAll(show("POST /desk/people (by sound)", planned(() -> Running.must(200, house.post("/desk/people", mina, 0, "given=Robyn&family=Kraud")))));
        bad.addAll(show("POST /desk/people (by phone)", planned(() -> Running.must(200, house.post("/desk/people", mina, 0, "phone=07700+900123")))));
        bad.addAll(show("intake check of a referral", planned(this::refer)));
        bad.forEach(one -> System.out.printf(Locale.ROOT, "%n%.1f ms, %s, %d rows thrown away:%n%s%n%s", one.millis, one.scanned, one.thrownAway, one.sql, one.plan));
        System.out.println(bad.isEmpty() ? "\nNo page reads a big table from end to end, and none throws away more than a thousand rows." : "\n" + bad.size() + " statements to look at.");
    }

    private interface Visit {
        Object make() throws Exception;
    }

    private List<Planned> planned(Visit visit) throws Exception {
        // The first times warm the caches; prepared statements keep their plan from the fifth on.
        for (int i = 0; i < 6; i++) visit.make();
        long from = house.size();
        visit.make();
        Thread.sleep(300);
        List<Planned> all = new ArrayList<>();
        for (String line : Files.readString(house.newestLog()).substring((int) from).split("\n")) {
            JsonNode entry = JsonMapper.shared().readTree(line);
            String said = entry.path("message").asString("");
            if (!"alongside_app".equals(entry.path("user").asString("")) || !said.contains("plan:\n")) continue;
            JsonNode plan = JsonMapper.shared().readTree(said.substring(said.indexOf("plan:\n") + 6));
            String sql = plan.path("Query Text").asString("");
            if (sql.contains("set_config") || sql.contains("scheduled_tasks") || sql.contains("spring_session")) continue;
            Set<String> scanned = new TreeSet<>();
            long[] thrownAway = new long[1];
            StringBuilder nodes = new StringBuilder();
            walk(plan.path("Plan"), scanned, thrownAway, 1, nodes);
            all.add(new Planned(sql, Double.parseDouble(said.replaceAll("(?s)^duration: ([0-9.]+) ms.*", "$1")), scanned, thrownAway[0], nodes.toString()));
        }
        return all;
    }

    private void walk(JsonNode node, Set<String> scanned, long[] thrownAway, int depth, StringBuilder nodes) {
        long loops = node.path("Actual Loops").asLong(1), away = Math.round(node.path("Rows Removed by Filter").asDouble(0) * loops);
        thrownAway[0] += away;
        nodes.append("  ".repeat(depth)).append(node.path("Node Type").asString("")).append(' ').append(node.path("Relation Name").asString("")).append(' ').append(node.path("Index Name").asString(""))
                .append(String.format(Locale.ROOT, " rows %.0f (expected %.0f) x %d, %.1f ms, %s%n", node.path("Actual Rows").asDouble(0), node.path("Plan Rows").asDouble(0), loops, node.path("Actual Total Time").asDouble(0), node.path("Index Cond").asString("")));
        if (node.path("Node Type").asString("").equals("Seq Scan") && away + node.path("Actual Rows").asDouble(0) * loops > BIG) scanned.add(node.path("Relation Name").asString(""));
        node.path("Plans").forEach(child -> walk(child, scanned, thrownAway, depth + 1, nodes));
    }

    private List<Planned> show(String page, List<Planned> statements) {
        if (statements.isEmpty()) throw new IllegalStateException("PostgreSQL wrote down no plan for " + page);
        Set<String> scanned = new TreeSet<>();
        statements.forEach(one -> scanned.addAll(one.scanned));
        System.out.printf(Locale.ROOT, "%-44s %10d %10.2f %12d %s%n", page, statements.size(), statements.stream().mapToDouble(Planned::millis).sum(), statements.stream().mapToLong(Planned::thrownAway).sum(), String.join(", ", scanned));
        return statements.stream().filter(one -> !one.scanned.isEmpty() || one.thrownAway > 1000).toList();
    }

    /** A referral sent from the public page: its check, run as a job, looks among everybody known. */
    private Object refer() throws Exception {
        var answer = house.post("/refer", "", 1, "asking=MYSELF");
        String cookie = answer.headers().allValues("set-cookie").stream().map(header -> header.split(";")[0]).findFirst().orElse("");
        String at = Running.to(answer);
        for (int step = 0; step < 40 && !at.equals("/refer/check"); step++) {
            String page = Running.must(200, house.get(at, cookie, 1));
            String body = at.equals("/refer/how") ? "channels=NONE" : at.equals("/refer/where") ? "receiver=" + HARBOUR : at.equals("/refer/name") ? "given-name=Robin&family-name=Crowd77" : "skip=yes";
            at = Running.to(house.post(at, cookie, 1, body));
        }
        house.post("/refer/check", cookie, 1, "");
        Thread.sleep(1500);
        return at;
    }

    /** Much of everything: most of it in this organisation, the rest in others that share its tables. Fixed seed; words are left out, names are numbers. */
    void grow() throws Exception {
        System.out.printf(Locale.ROOT, "Writing %,d cases, %,d moments, %,d referrals and what belongs to them ...%n", cases, cases * 40, cases * 2);
        String crowd = """
                set session_replication_role = replica;
                select setseed(0.42);
                create table public.n as select n, md5('case' || n)::uuid as id, md5('person' || n)::uuid as person, (case when n %% 5 < 4 then '%1$s'::uuid else md5('organisation' || n %% 7)::uuid end) as organisation,
                       case when n %% 10 = 0 then 'CHANGE' else 'SUPPORT' end as side, md5('worker' || n %% 60)::uuid as worker, timestamptz '2026-11-20 10:00' - n * interval '1 hour' as at from generate_series(1, %2$d) n;
                insert into organisations.worker (id, organisation_id, name, email, email_key, created_at) select md5('worker' || g)::uuid, '%1$s', 'Worker ' || g, '\\x00', 'crowd' || g, now() from generate_series(0, 59) g;
                insert into organisations.membership (worker_id, organisation_id, side, roles, joined_on, left_on)
                  select md5('worker' || g)::uuid, '%1$s', 'SUPPORT', '{SUPPORT_WORKER}', '2020-01-01', case when g > 40 then date '2026-01-01' end from generate_series(0, 59) g;
                insert into people.person (id, organisation_id, side, given_name, family_name, known_as, given_key, family_key, known_key, pronouns, gender, languages, interpreter_needed, recorded_by, recorded_at, changed_by, changed_at, version)
                  select person, organisation, side, 'Robin', 'Crowd' || n, '', 'robin', 'crowd' || n, '', '', '', '', false, worker, at, worker, at, 1 from n;
                insert into people.name_sound (person_id, organisation_id, side, family_sound, given_sound) select person, organisation, side, f, 'RPN' from n, unnest(array[case when n %% 200 = 1 then 'KRT' else 'KRTS' || n end, 'KRTX' || n]) f;
                insert into casework.client_case (id, organisation_id, side, reference, person_id, client_name, status, worker_id, opened_at, accepted_at, allocated_at, closed_at, version)
                  select id, organisation, side, 'C' || n, person, 'Robin Crowd' || n, case when n %% 20 = 1 then 'OPEN' else 'CLOSED' end, worker, at, at, at, case when n %% 20 = 1 then null else at + interval '90 days' end, 1 from n;
                insert into casework.moment (id, case_id, organisation_id, side, kind, happened_at, recorded_at, worker_id, headline)
                  select gen_random_uuid(), id, organisation, side, (array['CONTACT', 'NOTE', 'NEED', 'ACTION'])[1 + m %% 4], at + m * interval '2 days', at + m * interval '2 days', worker, 'x' from n, generate_series(1, 40) m;
                insert into casework.contact (id, case_id, organisation_id, side, channel, started_by, purposes, outcome, answered_by, gate)
                  select id, case_id, organisation_id, side, 'CALL', 'US', '{EMOTIONAL_SUPPORT}', 'SPOKE', 'CLIENT', 'ALLOWED' from casework.moment where kind = 'CONTACT' and headline = 'x';
                insert into casework.action (id, case_id, organisation_id, side, agency, words, owner_id, due_on, done_on, version)
                  select gen_random_uuid(), id, organisation, side, 'POLICE', '\\x00', worker, at::date + m * 7, case when m < 8 or n %% 20 <> 1 then at::date + m * 7 end, 0 from n, generate_series(1, 8) m;
                insert into casework.need (id, case_id, organisation_id, side, domain, level, status, raised_at) select gen_random_uuid(), id, organisation, side, d, 'LOW', 'OPEN', at from n, unnest(array['HOME', 'MONEY', 'HEALTH']) d;
                insert into casework.goal (id, case_id, organisation_id, side, words, status, set_on, set_at) select gen_random_uuid(), id, organisation, side, '\\x00', 'ACTIVE', at::date, at from n;
                insert into casework.allocation (id, case_id, organisation_id, side, to_id, by_id, at) select gen_random_uuid(), id, organisation, side, worker, worker, at from n;
                insert into casework.review (case_id, kind, organisation_id, side, review_on) select id, k, organisation, side, at::date + 28 from n, unnest(array['ASSESSMENT', 'PLAN']) k;
                insert into casework.crisis (id, case_id, organisation_id, side, what, called, whereabouts, details_at) select gen_random_uuid(), id, organisation, side, 'THREAT', '{}', 'UNKNOWN', at from n;
                insert into risk.assessment (id, organisation_id, side, case_id, response_id, status, begun_at, begun_by, level, reason, review_on, completed_at, completed_by)
                  select gen_random_uuid(), organisation, side, id, gen_random_uuid(), 'DONE', at, worker, 'HIGH', '\\x00', at::date + 28, at, worker from n where side = 'SUPPORT' and n %% 20 > 0;
                insert into instruments.response (id, organisation_id, side, instrument_of, instrument_hash, subject_id, status, begun_at, begun_by, saved_at, saved_by, done_at)
                  select md5('response' || n || m)::uuid, organisation, side, v.organisation_id, v.hash, id, 'DONE', at, worker, at, worker, at from n, generate_series(1, 3) m, (select organisation_id, hash from instruments.instrument_version where key = 'how-things-are') v;
                insert into instruments.answer (response_id, item, chosen, missing) select md5('response' || n || m)::uuid, 'item' || i, '{good}', 'NOT_ASKED' from n, generate_series(1, 3) m, generate_series(1, 12) i;
                insert into incidents.incident (id, organisation_id, side, case_id, person_id, happened_on, about, kinds, injured, children, told, source, recorded_by, recorded_at)
                  select gen_random_uuid(), organisation, side, id, person, at::date, false, '{THREATS}', 'NO', 'NO', '{POLICE}', 'WRITTEN', worker, at from n, generate_series(1, 4) m where side = 'SUPPORT';
                insert into letters.letter (id, organisation_id, side, case_id, template, to_name, agreed, basis, told, body, begun_by, begun_at) select gen_random_uuid(), organisation, side, id, 'housing', '\\x00', '{NAME}', 'AGREED', true, '\\x00', worker, at from n;
                insert into supervision.approval (id, organisation_id, side, case_id, about, words, asked_by, asked_at, answer, answered_by, answered_at)
                  select gen_random_uuid(), organisation, side, id, 'PLAN', '\\x00', worker, at, 'AGREED', organisation, at from n, generate_series(1, 2) m;
                insert into supervision.decision (id, organisation_id, side, case_id, words, decided_by, decided_at) select gen_random_uuid(), organisation, side, id, '\\x00', worker, at from n;
                insert into supervision.meeting (id, organisation_id, side, worker_id, supervisor_id, held_on, begun_at, shared_at) select gen_random_uuid(), organisation, side, worker, organisation, at::date, at, at from n where n %% 20 = 0;
                insert into documents.document (id, organisation_id, side, case_id, kind, title, source, type, size, sha256, content, added_by, added_at)
                  select gen_random_uuid(), organisation, side, id, 'EVIDENCE', '\\x00', 'THEMSELVES', 'PNG', 1, md5(n::text || m) || md5(n::text), '\\x00', worker, at from n, generate_series(1, 2) m;
                insert into outcomes.snapshot (id, organisation_id, side, case_id, response_id, key, stage, view, status, taken_on, begun_by, begun_at, done_by, done_at)
                  select gen_random_uuid(), organisation, side, id, md5('response' || n || m)::uuid, 'how-things-are', 'REVIEW', 'CLIENT', 'DONE', at::date, worker, at, worker, at from n, generate_series(1, 2) m;
                insert into risk.pack (id, organisation_id, side, case_id, assessment_id, response_id, key, added_by, added_at) select gen_random_uuid(), a.organisation_id, a.side, a.case_id, a.id, gen_random_uuid(), 'severity-grid', a.begun_by, a.begun_at from risk.assessment a join n on n.id = a.case_id;
                insert into risk.raised_level (id, organisation_id, side, case_id, from_level, to_level, reason, raised_by, raised_at) select gen_random_uuid(), organisation, side, id, 'STANDARD', 'HIGH', '\\x00', worker, at from n where side = 'SUPPORT';
                insert into risk.trigger (id, organisation_id, side, case_id, kind, happened_on, recorded_by, recorded_at, answered_at, case_closed)
                  select gen_random_uuid(), organisation, side, id, 'CRISIS', at::date, worker, at, case when n %% 20 <> 1 then at end, n %% 20 <> 1 from n where side = 'SUPPORT';
                insert into safeguarding.concern (id, organisation_id, side, case_id, about, words, raised_by, raised_at, urgent, decision, why, decided_by, decided_at, outcome, ended_at)
                  select gen_random_uuid(), organisation, side, id, 'CHILD', '\\x00', worker, at, false, 'WATCH', '\\x00', worker, at, '\\x00', at from n;
                insert into orders.protective_order (id, organisation_id, side, case_id, kind, status, made_on, served_on, until, recorded_by, recorded_at, case_closed)
                  select md5('order' || n)::uuid, organisation, side, id, 'BAIL', 'MADE', at::date, at::date, at::date + 90, worker, at, n %% 20 <> 1 from n where side = 'SUPPORT';
                insert into orders.breach (id, order_id, case_id, organisation_id, side, happened_on, told_police, words, recorded_by, recorded_at)
                  select gen_random_uuid(), md5('order' || n)::uuid, id, organisation, side, at::date, 'YES', '\\x00', worker, at from n where side = 'SUPPORT';
                insert into accommodation.request (id, organisation_id, side, case_id, status, kinds, needed_from, adults, children, counted_as, funds, asked_by, asked_at, ended_at)
                  select md5('search' || n)::uuid, organisation, side, id, case when n %% 40 = 1 then 'OPEN' else 'NOT_FOUND' end, '{REFUGE}', at::date, 1, '{}', 'MAN', 'WORK', worker, at, case when n %% 40 = 1 then null else at end from n where side = 'SUPPORT';
                insert into accommodation.place (id, request_id, case_id, organisation_id, side, name, answer, reason, counted_as, asked_by, asked_at, answered_at)
                  select gen_random_uuid(), md5('search' || n)::uuid, id, organisation, side, '\\x00', 'TURNED_AWAY', 'NO_SPACE', 'MAN', worker, at, at from n, generate_series(1, 3) where side = 'SUPPORT';
                insert into appointments.appointment (id, organisation_id, side, case_id, worker_id, starts_at, minutes, venue, interpreter, home_checked, alone, status, back_by, made_by, made_at)
                  select gen_random_uuid(), organisation, side, id, worker, at + m * interval '9 days', 60, 'OUR_OFFICE', 'NOT_NEEDED', false, true, 'MET', at + m * interval '9 days', worker, at from n, generate_series(1, 4) m;
                insert into disclosure.release (id, organisation_id, side, person_id, recipient, recipient_id, purpose, via, fields, withheld, basis, told, released_by, released_at)
                  select gen_random_uuid(), organisation, side, person, 'PERSON', person, 'CLIENT_KEEPS', 'PRINT', '{PLAN}', '{}', 'AGREED', true, worker, at from n, generate_series(1, 2);
                insert into safetyplan.agreed (id, organisation_id, side, case_id, number, agreed_at, written_by, kept, review_on) select gen_random_uuid(), organisation, side, id, 1, at, worker, 'NOWHERE', at::date + 28 from n where side = 'SUPPORT';
                insert into people.address (id, person_id, organisation_id, side, kind, address_key, guarded, unsafe, recorded_by, recorded_at) select gen_random_uuid(), person, organisation, side, 'HOME', md5('address' || n), false, false, worker, at from n;
                insert into referral.referral (id, version, organisation_id, side, status, source, danger, child, no_contact, own_words, code_key, received_at, contact_due_at, decided_at)
                  select gen_random_uuid(), 0, organisation, side, case when n %% 50 = 0 and m = 1 then 'RECEIVED' when m = 1 then 'ACCEPTED' else 'DECLINED' end, 'SELF', (array['NOW', 'NOT_SURE', 'NOT_SAID', 'SAFE_FOR_NOW'])[1 + n %% 4], false, false, true, md5('code' || n || m),
                         at, at + interval '1 day', case when n %% 50 = 0 and m = 1 then null else at + interval '2 days' end from n, generate_series(1, 2) m;
                insert into helpline.contact (id, organisation_id, side, worker_id, channel, started_at, minutes, caller, area, issue, safe_now, done, signpost, referred, recorded_at)
                  select gen_random_uuid(), organisation, side, worker, 'PHONE', at, 10, 'SELF', 'WM1', 'OTHER', 'YES', '{}', '', false, at from n, generate_series(1, 3) m;
                insert into matching.party (id, organisation_id, side, kind, record_id, role, who, worked_by, ends, recorded_at, checked_at) select md5('party' || n)::uuid, organisation, side, 'CASE', id, 'CLIENT', person, worker, false, at, at from n;
                insert into matching.party_key (party_id, organisation_id, reason, key) select md5('party' || n)::uuid, organisation, r, md5(r || n) from n, unnest(array['NAME_AND_BIRTH_DATE', 'PHONE', 'ADDRESS', 'NAME']) r;
                insert into messages.outbox (id, organisation_id, side, kind, worker_id, subject, state, attempts, asked_at, finished_at) select gen_random_uuid(), organisation, side, 'NOTICE', worker, 'x', 'SENT', 1, at, at from n;
                insert into onward.sent (id, organisation_id, side, case_id, name, way, sent_on, sent_by, counted_as, recorded_at) select gen_random_uuid(), organisation, side, id, '\\x00', 'TOLD', at::date, worker, 'MAN', at from n, generate_series(1, 3);
                insert into retention.rule (organisation_id, kind, months, why, from_day, decided_by, decided_at) select '%1$s', kind, 20, '', '2026-01-01', md5('worker1')::uuid, now() from unnest(array['CASE', 'REFERRAL', 'CALL', 'MESSAGE']) kind;
                insert into audit.entry (at, actor, organisation_id, worker_id, act, kind, subject_id, detail) select at + m * interval '1 minute', 'WORKER', organisation, worker, 'LOOKED', 'case', id, '' from n, generate_series(1, 20) m;
                drop table public.n
                """.formatted(HARBOUR, cases);
        house.asSuperuser(crowd);
        house.asSuperuser("vacuum analyze");
    }

    private String asked(String sql) throws Exception {
        return house.answer(sql);
    }
}
