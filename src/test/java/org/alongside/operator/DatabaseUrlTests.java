package org.alongside.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTests {
    @Test
    void both_spellings_are_read() {
        DatabaseUrl plain = DatabaseUrl.read("DATABASE_URL", "postgres://app:s%40fe@db.example:5433/alongside?sslmode=require");
        DatabaseUrl jdbc = DatabaseUrl.read("DATABASE_URL", "jdbc:postgresql://db.example:5433/alongside?user=app&password=s%40fe&sslmode=require");

        assertThat(plain).isEqualTo(jdbc).isEqualTo(new DatabaseUrl("jdbc:postgresql://db.example:5433/alongside?sslmode=require", "app", "s@fe"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mysql://a:b@host/x", "postgres:///alongside", "postgres://host/alongside", "not a url", "postgres://"})
    void anything_else_is_refused_naming_the_setting(String text) {
        assertThatThrownBy(() -> DatabaseUrl.read("DATABASE_OWNER_URL", text)).isInstanceOf(CannotStart.class).hasMessageStartingWith("DATABASE_OWNER_URL must look like");
    }

    @Test
    void the_password_is_never_shown() {
        assertThat(DatabaseUrl.read("DATABASE_URL", "postgres://app:secret@host/alongside")).hasToString("jdbc:postgresql://host/alongside");
    }

    @Test
    void an_odd_role_name_stays_one_name() {
        assertThat(new DatabaseUrl("jdbc:postgresql://h/d", "odd\"role", "").quotedUser()).isEqualTo("\"odd\"\"role\"");
    }
}
