package dev.masterplan.proof;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Plain access to one schema, to look at what the code under test did. */
public record Database(String user) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + System.getProperty("masterplan.postgres.port") + "/masterplan",
                user,
                System.getProperty("masterplan.postgres.password"));
    }

    public int update(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = bind(connection.prepareStatement(sql), parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of every row. */
    @SuppressWarnings("unchecked")
    public <T> List<T> column(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = bind(connection.prepareStatement(sql), parameters);
                ResultSet found = statement.executeQuery()) {
            List<T> values = new ArrayList<>();
            while (found.next()) {
                values.add((T) found.getObject(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
