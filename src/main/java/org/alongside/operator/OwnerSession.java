package org.alongside.operator;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The owner at work as the installer, in one transaction, with every value written the same way on every server. */
final class OwnerSession {
    private OwnerSession() {}

    static Connection connect(DatabaseUrl url) throws SQLException {
        return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    }

    static boolean isForced(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select relforcerowsecurity from pg_class where oid = '" + table + "'::regclass")) {
            return row.next() && row.getBoolean(1);
        }
    }

    static void begin(Connection connection, int isolation) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(isolation);
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    set local alongside.actor = 'INSTALLER';
                    set local timezone = 'UTC';
                    set local datestyle = 'ISO, MDY';
                    set local intervalstyle = 'iso_8601';
                    set local bytea_output = 'hex';
                    set local extra_float_digits = 3;
                    set local search_path = public""");
        }
    }
}
