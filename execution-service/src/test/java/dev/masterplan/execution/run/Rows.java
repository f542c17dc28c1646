package dev.masterplan.execution.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The service's rows, read from outside of any service. */
final class Rows implements AutoCloseable {

    private final Connection connection;

    Rows() throws SQLException {
        String url = "jdbc:postgresql://%s:%s/masterplan?currentSchema=execution"
                .formatted(
                        System.getProperty("masterplan.postgres.host"), System.getProperty("masterplan.postgres.port"));
        connection = DriverManager.getConnection(url, "execution", System.getProperty("masterplan.postgres.password"));
    }

    /** Each row as one text. @param sql with one question mark for the id of the plan */
    List<String> of(String sql, UUID plan) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, plan);
            List<String> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that is stored of a run, byte by byte. */
    List<String> all(UUID plan) {
        List<String> all = new ArrayList<>();
        for (String table :
                List.of("atom", "attempt", "file_version", "gate", "wave", "acceptance_test", "run_commit")) {
            all.addAll(of(
                    "select '%1$s ' || md5(t::text) from %1$s t join run r on r.no = t.run_no where r.masterplan_id = ? order by 1"
                            .formatted(table),
                    plan));
        }
        all.addAll(of("select 'run ' || r::text from run r where masterplan_id = ?", plan));
        all.addAll(of("select 'budget ' || b::text from budget b where plan = ?", plan));
        all.addAll(of("select 'ledger ' || l::text from ledger l where plan = ? order by 1", plan));
        all.addAll(of("select 'outbox ' || id from outbox where masterplan_id = ? order by 1", plan));
        return all;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
