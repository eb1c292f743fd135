package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.operator.DatabaseUrl;
import org.alongside.shared.KeyFile;
import org.alongside.shared.Seal;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@AlongsideTest
class DatabaseGuardTests {
    @Test
    void the_role_that_owns_nothing_may_work_here() {
        assertThatCode(() -> guard(TestDatabase.started().app("alongside"), TestDatabase.SEAL, false)).doesNotThrowAnyException();
    }

    @Test
    void a_superuser_is_refused() {
        assertThatThrownBy(() -> guard(TestDatabase.started().superuser("alongside"), TestDatabase.SEAL, false)).isInstanceOf(WrongDatabase.class).hasMessageContaining("row security does not bind");
    }

    @Test
    void the_owner_of_the_tables_is_refused() {
        assertThatThrownBy(() -> guard(TestDatabase.started().owner("alongside"), TestDatabase.SEAL, false)).isInstanceOf(WrongDatabase.class).hasMessageContaining("row security does not bind");
    }

    @Test
    void practice_never_runs_on_real_work() {
        assertThatThrownBy(() -> guard(TestDatabase.started().app("alongside"), TestDatabase.SEAL, true)).isInstanceOf(WrongDatabase.class).hasMessageContaining("This is a live database");
    }

    @Test
    void another_installations_key_file_is_refused() {
        assertThatThrownBy(() -> guard(TestDatabase.started().app("alongside"), new Seal(KeyFile.inMemory()), false)).isInstanceOf(WrongDatabase.class).hasMessageContaining("key file");
    }

    private static void guard(DatabaseUrl url, Seal seal, boolean practice) {
        DriverManagerDataSource source = new DriverManagerDataSource(url.jdbc(), url.user(), url.password());
        new DatabaseGuard(JdbcClient.create(source), new ActorTransactions(source), seal, practice).afterPropertiesSet();
    }
}
