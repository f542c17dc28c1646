package dev.masterplan.backing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** The database, and one user with one schema per service; a user sees its own schema only. */
final class DatabaseSetup {

    static final String DATABASE = "masterplan";
    static final List<String> USERS = List.of("planner", "execution", "review", "gateway");

    private DatabaseSetup() {}

    /** Creates what is missing and sets the passwords; may be applied again. */
    static void apply(EmbeddedPostgres postgres, Map<String, String> passwords) {
        try {
            createDatabase(postgres);
            try (Connection connection = postgres.connect(DATABASE);
                    Statement statement = connection.createStatement()) {
                statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
                for (String user : USERS) {
                    applyUser(statement, user, passwords.get(user));
                }
            }
        } catch (SQLException e) {
            throw new BackingException("the database can't be set up: " + e.getMessage(), e);
        }
    }

    private static void createDatabase(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
            statement.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
        }
    }

    private static void applyUser(Statement statement, String user, String password) throws SQLException {
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + user + "'")) {
            statement.execute("CREATE ROLE " + user + " LOGIN");
        }
        statement.execute("ALTER ROLE " + user + " PASSWORD '" + password.replace("'", "''") + "'");
        statement.execute("GRANT CONNECT, TEMPORARY ON DATABASE " + DATABASE + " TO " + user);
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + user + " AUTHORIZATION " + user);
        statement.execute("ALTER ROLE " + user + " SET search_path = " + user);
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }
}
