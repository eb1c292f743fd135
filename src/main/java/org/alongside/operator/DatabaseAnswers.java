package org.alongside.operator;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Knocks at a named database before anything starts, and says in one line what is wrong there. */
final class DatabaseAnswers {
    private static final int OLDEST = 150000;

    private DatabaseAnswers() {}

    /** @param setting the environment variable that named it, for the words
     *  @return whether an Alongside has lived there before */
    static boolean check(String setting, DatabaseUrl url, boolean mustBeBound) {
        Properties properties = new Properties();
        properties.setProperty("user", url.user());
        properties.setProperty("password", url.password());
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("connectTimeout", "10");
        try (Connection connection = DriverManager.getConnection(url.jdbc(), properties); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('server_version_num')::int, current_setting('server_version'), rolsuper or rolbypassrls, to_regclass('access.instance') is not null
                          from pg_roles where rolname = current_user""")) {
            row.next();
            if (row.getInt(1) < OLDEST) throw new CannotStart(setting + " is PostgreSQL " + row.getString(2) + ": Alongside needs 15 or newer");
            // Safety: row security does not bind such a role; it is refused before it has touched a table.
            if (mustBeBound && row.getBoolean(3)) throw new CannotStart(setting + " names a role that row security does not bind (superuser or BYPASSRLS): use one that owns nothing (docs/running.md)");
            return row.getBoolean(4);
        } catch (SQLException failed) {
            throw new CannotStart(setting + ": " + words(failed, url));
        }
    }

    private static String words(SQLException failed, DatabaseUrl url) {
        String state = failed.getSQLState() == null ? "" : failed.getSQLState();
        if (state.startsWith("28")) return "the database does not let " + url.user() + " in: " + Reasons.of(failed);
        if (state.equals("3D000")) return "there is no such database: " + Reasons.of(failed);
        return "the database at " + url + " does not answer: " + Reasons.of(failed);
    }
}
