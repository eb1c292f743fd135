package org.alongside.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database wall, read from PostgreSQL's own catalogue. */
@AlongsideTest
class TablesTests {
    /** Tables without row security, each with the reason. */
    private static final Map<String, String> OPEN = Map.of(
            "access.scheduled_tasks", "names and ids of jobs; each job takes on an actor before it touches anything",
            "access.try_bucket", "fingerprints and counters; read before anyone is known",
            "organisations.spring_session", "found by a secret 128-bit id, before the worker is known",
            "organisations.spring_session_attributes", "as the session it belongs to");
    private static final String OURS = "n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname !~ '^pg_'";

    /** Policies by which a worker sees rows of both sides of the wall, each with the reason. */
    private static final Map<String, String> BOTH_SIDES = Map.of(
            "organisations.membership own", "colleagues know of each other; it names no client",
            "organisations.team own", "an organisation knows its teams",
            "organisations.team says_when_it_reads", "an administrator says when each inbox is read",
            "organisations.team taking_referrals", "anybody may know where a referral can be sent");
    /** Keys that could tell somebody that a row they do not see is there, each with the reason why they tell nothing. */
    private static final Map<String, String> TELLING = Map.ofEntries(
            Map.entry("access.instance_pkey", "one row, about this installation"),
            Map.entry("audit.entry_pkey", "counted by the database"),
            Map.entry("awards.award_code_key", "of a register that anybody reads"),
            Map.entry("directory.assurer_token_fingerprint_key", "of a secret nobody guesses"),
            Map.entry("engagement.campaign_number_key", "counted by the database"),
            Map.entry("engagement.post_number_key", "counted by the database"),
            Map.entry("directory.place_pkey", "of what everybody reads"),
            Map.entry("messages.own_address_token_fingerprint_key", "of a secret nobody guesses"),
            Map.entry("organisations.link_token_key_key", "of a secret nobody guesses"),
            Map.entry("people.one_relation_of_two", "of two random ids"),
            Map.entry("referral.draft_holder_key", "of a secret nobody guesses"),
            Map.entry("comments.draft_pkey", "of a number nobody guesses in time"),
            Map.entry("copies.copy_holder_key", "of a secret nobody guesses"),
            Map.entry("residents.account_holder_key", "of a fingerprint nobody makes but the house"),
            Map.entry("residents.asking_holder_key", "of a secret nobody guesses"),
            Map.entry("residents.session_pkey", "of a secret nobody guesses"),
            Map.entry("standards.taken_key_pkey", "of what everybody reads"),
            Map.entry("voices.voice_holder_key", "of a number nobody guesses in time, made here and given by no one"),
            Map.entry("training.registration_holder_key", "of a secret nobody guesses"),
            Map.entry("training.trained_code_fingerprint_key", "of a secret nobody guesses"));
    private static final String VIEWS = "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and " + OURS + " and not coalesce(c.reloptions @> '{security_invoker=true,security_barrier=true}', false)";
    private static final String KEPT_VIEWS = "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'm' and " + OURS;
    private static final String FUNCTIONS = "select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where " + OURS + " and (p.prosecdef or p.proleakproof)";
    private static final String BARE = "select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and " + OURS + " and not (c.relrowsecurity and c.relforcerowsecurity)";
    private static final String EVERYBODY = "select tablename || ': ' || policyname from pg_policies where schemaname not in ('pg_catalog') and qual = 'true'";
    private static final String WITHOUT_SIDE = """
            select n.nspname || '.' || c.relname || ' ' || p.polname from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
             where p.polpermissive and p.polname <> 'installer' and p.polcmd <> 'a' and coalesce(pg_get_expr(p.polqual, p.polrelid), '') !~ 'side' and (coalesce(pg_get_expr(p.polqual, p.polrelid), '') ~ 'WORKER' or coalesce(pg_get_expr(p.polqual, p.polrelid), '') !~ 'JOB|HOLDER|INSTALLER')
               and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'side' and not a.attisdropped) order by 1""";
    /** Tables that name a case, a person or a referral and do not keep a worker apart from it, each with the reason. */
    private static final Map<String, String> NOT_KEPT_APART = Map.of(
            "casework.client_case", "kept by its own id and its client's; which referral it came from says nothing that those do not keep",
            "moving.imported", "whoever takes a file back takes it back whole",
            "breakglass.opening", "a review that is owed must not vanish when somebody declares that they know the person: it is what holds the next opening back");
    private static final String WITHOUT_KEEPING_APART = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'r' and %s and exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and (coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')) ~ 'WORKER')
               and exists (select from pg_attribute a where a.attrelid = c.oid and a.atttypid = 'uuid'::regtype and not a.attisdropped and a.attname ~ '^(case_id|person_id|referral_id|one_case|other_case)$'
                             and not exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive and pg_get_expr(p.polqual, p.polrelid) ~ ('\\m' || a.attname || ' <> ALL .*access.apart'))) order by 1""".formatted(OURS);
    private static final String TELLING_KEYS = """
            select n.nspname || '.' || i.relname from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid join pg_namespace n on n.oid = t.relnamespace
             where x.indisunique and t.relrowsecurity and %s
               and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attnum = any (x.indkey) and (a.attname = 'organisation_id' or a.atttypid = 'uuid'::regtype)) order by 1""".formatted(OURS);

    @Autowired JdbcClient sql;

    @Test
    void every_table_has_forced_row_security_or_a_written_reason() {
        assertThat(names(BARE)).allSatisfy(table -> assertThat(OPEN).containsKey(table));
    }

    @Test
    void the_application_owns_nothing_and_may_not_create_truncate_or_bypass() {
        assertThat(names("select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)")).isEmpty();
        assertThat(names("select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user")).isEmpty();
        assertThat(names("select n.nspname from pg_namespace n where " + OURS + " and has_schema_privilege(current_user, n.oid, 'create')")).isEmpty();
        assertThat(names("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and " + OURS
                + " and has_table_privilege(current_user, c.oid, 'truncate, references, trigger')")).isEmpty();
    }

    @Test
    void no_view_function_or_policy_walks_around_the_wall() {
        assertThat(names(KEPT_VIEWS)).isEmpty();
        assertThat(names(VIEWS)).isEmpty();
        assertThat(names(FUNCTIONS)).isEmpty();
        assertThat(names(EVERYBODY)).isEmpty();
    }

    @Test
    void a_policy_on_rows_of_a_side_asks_for_the_side_or_says_why_not() {
        assertThat(names(WITHOUT_SIDE)).containsExactlyInAnyOrderElementsOf(BOTH_SIDES.keySet());
    }

    @Test
    void no_key_tells_that_a_row_is_there_which_one_does_not_see() {
        assertThat(names(TELLING_KEYS)).containsExactlyInAnyOrderElementsOf(TELLING.keySet());
    }

    @Test
    void whatever_names_a_case_a_person_or_a_referral_is_not_there_for_a_worker_who_is_kept_apart_from_it() {
        assertThat(names(WITHOUT_KEEPING_APART)).containsExactlyInAnyOrderElementsOf(NOT_KEPT_APART.keySet());
    }

    /** Control: each of these rules finds what breaks it. */
    @Test
    void each_rule_finds_what_breaks_it() {
        TestDatabase.asOwner("""
                create schema broken;
                create table broken.bare (id uuid, side text);
                create table broken.held (name text unique, side text);
                alter table broken.held enable row level security;
                alter table broken.held force row level security;
                create policy everybody on broken.held using (true);
                create table broken.meets (case_id uuid, person_id uuid, side text);
                create policy workers on broken.meets using (access.actor_kind() = 'WORKER' and side = access.side());
                call access.keeps_apart('broken.meets', 'case_id');
                create view broken.plain as select * from broken.bare;
                create materialized view broken.kept as select * from broken.bare;
                create function broken.walks() returns int security definer language sql as 'select 1';
                """);
        try {
            assertThat(names(BARE)).contains("broken.bare");
            assertThat(names(VIEWS)).contains("plain");
            assertThat(names(KEPT_VIEWS)).contains("kept");
            assertThat(names(FUNCTIONS)).contains("walks");
            assertThat(names(EVERYBODY)).contains("held: everybody");
            assertThat(names(WITHOUT_SIDE)).contains("broken.held everybody");
            assertThat(names(TELLING_KEYS)).contains("broken.held_name_key");
            assertThat(names(WITHOUT_KEEPING_APART)).contains("broken.meets");
        } finally {
            TestDatabase.asOwner("drop schema broken cascade");
        }
    }

    @Test
    void every_guarded_table_lets_the_owner_back_it_up() {
        assertThat(names("select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and c.relrowsecurity and " + OURS
                + " and not exists (select from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname and p.policyname = 'installer')")).isEmpty();
    }

    @Test
    void no_key_reaches_from_one_module_into_another() {
        assertThat(names("select k.conname from pg_constraint k join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid where k.contype = 'f' and a.relnamespace <> b.relnamespace")).isEmpty();
    }

    @Test
    void with_no_actor_there_are_no_rows() {
        List<String> guarded = names("select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and c.relrowsecurity and "
                + OURS + " and has_table_privilege(current_user, c.oid, 'select')");

        assertThat(guarded).isNotEmpty().allSatisfy(table -> assertThat(sql.sql("select count(*) from " + table).query(Integer.class).single()).as(table).isZero());
    }

    private List<String> names(String query) {
        return sql.sql(query).query(String.class).list();
    }
}
