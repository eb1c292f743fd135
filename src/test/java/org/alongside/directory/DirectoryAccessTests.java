package org.alongside.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.shared.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may see and change which row of the directory, decided by PostgreSQL alone. */
@AlongsideTest
class DirectoryAccessTests {
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;

    final OrganisationId ours = new OrganisationId(UUID.randomUUID());
    final Actor editor = worker(ours, Role.DIRECTORY_EDITOR);
    final Actor colleague = worker(ours, Role.SUPPORT_WORKER);
    final Actor elsewhere = worker(new OrganisationId(UUID.randomUUID()), Role.DIRECTORY_EDITOR);
    final Actor anyone = new Actor.Public();
    final UUID entry = UUID.randomUUID();
    final UUID published = UUID.randomUUID();
    final UUID draft = UUID.randomUUID();

    @BeforeEach
    void two_services_of_ours() {
        as(editor, () -> {
            insertEntry(entry, ours);
            insertService(published, ours, true, null);
            insertService(draft, ours, false, null);
            insertPart(published, ours, "OUTREACH");
            insertPart(draft, ours, "OUTREACH");
        });
    }

    @Test
    void anyone_sees_what_is_published_and_nothing_else() {
        for (Actor actor : new Actor[] {anyone, colleague, elsewhere, new Actor.Holder("x")}) {
            assertThat(seen(actor, "service", "id", published)).isEqualTo(1);
            assertThat(seen(actor, "service", "id", draft)).isZero();
            assertThat(seen(actor, "service_part", "service_id", published)).isEqualTo(1);
            assertThat(seen(actor, "service_part", "service_id", draft)).isZero();
            assertThat(seen(actor, "organisation_entry", "id", entry)).isZero();
        }
    }

    @Test
    void the_owners_editor_sees_and_changes_drafts() {
        assertThat(seen(editor, "service", "id", draft)).isEqualTo(1);
        assertThat(seen(editor, "service_part", "service_id", draft)).isEqualTo(1);
        assertThat(seen(editor, "organisation_entry", "id", entry)).isEqualTo(1);
        assertThat(renamed(editor, draft)).isEqualTo(1);
    }

    @Test
    void nobody_else_changes_anything_not_even_a_published_row() {
        for (Actor actor : new Actor[] {anyone, colleague, elsewhere, new Actor.Job(ours, "another-job")}) {
            assertThat(renamed(actor, published)).isZero();
            assertThat(changed(actor, "update directory.organisation_entry set name = 'x' where id = :id", entry)).isZero();
            assertThat(changed(actor, "delete from directory.service_part where service_id = :id", published)).isZero();
            assertThatThrownBy(() -> as(actor, () -> insertEntry(UUID.randomUUID(), ours))).rootCause().hasMessageContaining("row-level security");
            assertThatThrownBy(() -> as(actor, () -> insertService(UUID.randomUUID(), ours, true, null))).rootCause().hasMessageContaining("row-level security");
            assertThatThrownBy(() -> as(actor, () -> insertPart(published, ours, "GROUP"))).rootCause().hasMessageContaining("row-level security");
        }
    }

    @Test
    void an_editor_cannot_hang_a_part_on_another_organisations_service_or_give_a_row_away() {
        OrganisationId theirs = ((Actor.Worker) elsewhere).organisation();

        assertThatThrownBy(() -> as(elsewhere, () -> insertPart(published, theirs, "GROUP"))).rootCause().hasMessageContaining("row-level security");
        assertThatThrownBy(() -> changed(editor, "update directory.service set organisation_id = gen_random_uuid() where id = :id", draft)).rootCause().hasMessageContaining("row-level security");
    }

    @Test
    void a_service_with_a_refuge_can_never_be_given_a_place() {
        as(editor, () -> insertPart(draft, ours, "REFUGE", 1));
        UUID withOffice = UUID.randomUUID();
        as(editor, () -> insertService(withOffice, ours, false, "BD1"));

        assertThatThrownBy(() -> changed(editor, "update directory.service set offices = '{BD1}' where id = :id", draft)).rootCause().hasMessageContaining("no position");
        assertThatThrownBy(() -> as(editor, () -> insertPart(withOffice, ours, "REFUGE"))).rootCause().hasMessageContaining("no position");
    }

    /** A link's address is one of a page, not of a house. */
    @Test
    void no_table_has_a_column_for_an_address() {
        assertThat(sql.sql("select column_name from information_schema.columns where table_schema = 'directory' and table_name <> 'place' and (table_name, column_name) <> ('link', 'address')").query(String.class).list())
                .isNotEmpty().noneMatch(column -> column.matches(".*(address|street|postcode|latitude|longitude).*"));
    }

    // Safety: of a postcode only its first half has a place, and that is to about a kilometre.
    @Test
    void no_place_is_finer_than_a_kilometre_and_none_is_of_a_whole_postcode() {
        assertThat(sql.sql("select numeric_scale from information_schema.columns where table_schema = 'directory' and table_name = 'place' and column_name in ('latitude', 'longitude')").query(Integer.class).list()).containsExactly(2, 2);
        Actor loads = new Actor.Job(Directory.IMPORTED, "import-places");
        assertThatThrownBy(() -> as(loads, () -> sql.sql("insert into directory.place (outcode, latitude, longitude, nation) values ('ZZ1 1AA', 50.6, -2.9, 'ENGLAND')").update())).rootCause().hasMessageContaining("check constraint");
    }

    private void insertEntry(UUID id, OrganisationId owner) {
        sql.sql("insert into directory.organisation_entry (id, organisation_id, name) values (:id, :owner, 'Ours')").param("id", id).param("owner", owner.id()).update();
    }

    private void insertService(UUID id, OrganisationId owner, boolean isPublished, String office) {
        sql.sql("""
                insert into directory.service (id, organisation_id, organisation_entry_id, name, summary, serves, offices, published, source, recorded_at)
                values (:id, :owner, :entry, 'Ours', 'Ours', '{BD}', :offices, :published, '(made up)', now())
                """).param("id", id).param("owner", owner.id()).param("entry", entry).param("offices", office == null ? new String[0] : new String[] {office}).param("published", isPublished).update();
    }

    private void insertPart(UUID service, OrganisationId owner, String kind) {
        insertPart(service, owner, kind, kind.equals("OUTREACH") ? 0 : 2);
    }

    private void insertPart(UUID service, OrganisationId owner, String kind, int position) {
        sql.sql("insert into directory.service_part (service_id, organisation_id, position, kind) values (:service, :owner, :position, :kind)")
                .param("service", service).param("owner", owner.id()).param("position", position).param("kind", kind).update();
    }

    private int seen(Actor actor, String table, String column, UUID id) {
        return Acting.as(actor, () -> transaction.execute(status -> sql.sql("select count(*) from directory." + table + " where " + column + " = :id").param("id", id).query(Integer.class).single()));
    }

    private int renamed(Actor actor, UUID service) {
        return changed(actor, "update directory.service set name = 'Renamed' where id = :id", service);
    }

    private int changed(Actor actor, String statement, UUID id) {
        return Acting.as(actor, () -> transaction.execute(status -> sql.sql(statement).param("id", id).update()));
    }

    private void as(Actor actor, Runnable work) {
        Acting.as(actor, () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private static Actor worker(OrganisationId organisation, Role role) {
        return new Actor.Worker(new WorkerId(UUID.randomUUID()), organisation, Side.SUPPORT, Set.of(role));
    }
}
