package org.alongside.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.alongside.AlongsideTest;
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

    @Autowired JdbcClient sql;

    @Test
    void every_table_has_forced_row_security_or_a_written_reason() {
        List<String> bare = names("select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and "
                + OURS + " and not (c.relrowsecurity and c.relforcerowsecurity)");

        assertThat(bare).allSatisfy(table -> assertThat(OPEN).containsKey(table));
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
        assertThat(names("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'm' and " + OURS)).isEmpty();
        assertThat(names("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and " + OURS
                + " and not coalesce(c.reloptions @> '{security_invoker=true}', false)")).isEmpty();
        assertThat(names("select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where " + OURS + " and (p.prosecdef or p.proleakproof)")).isEmpty();
        assertThat(names("select tablename || ': ' || policyname from pg_policies where schemaname not in ('pg_catalog') and qual = 'true'")).isEmpty();
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
