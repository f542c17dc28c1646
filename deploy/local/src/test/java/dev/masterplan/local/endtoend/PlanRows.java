package dev.masterplan.local.endtoend;

import dev.masterplan.local.stack.ServiceName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of one plan in the tables of all services, found by whatever column links them to it. */
final class PlanRows {

    /** Column of a table → which of the plan's ids it holds; the first that a table has counts. */
    private static final Map<String, String> LINKS = new LinkedHashMap<>();

    static {
        LINKS.put("masterplan_id", "plan");
        LINKS.put("master_plan_id", "plan");
        LINKS.put("plan", "plan");
        LINKS.put("run_no", "run");
        LINKS.put("id", "plan");
    }

    private final RunningProduct product;
    private final UUID plan;

    /** @param traceIds of the plan's rows, without repetition */
    record Table(String name, boolean hasTraceId, long rows, Set<String> traceIds) {}

    PlanRows(RunningProduct product, UUID plan) {
        this.product = product;
        this.plan = plan;
    }

    /** Every table of every service but the named ones. */
    List<Table> tables(Set<String> without) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            try (Connection connection = connect(service)) {
                for (var table : columns(connection, service).entrySet()) {
                    String name = service.word() + "." + table.getKey();
                    if (!without.contains(table.getKey()) && !without.contains(name)) {
                        tables.add(table(connection, name, table.getValue()));
                    }
                }
            }
        }
        return tables;
    }

    private Table table(Connection connection, String name, Set<String> columns) throws SQLException {
        String link = LINKS.keySet().stream()
                .filter(columns::contains)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing links the rows of " + name + " to a plan"));
        String condition = LINKS.get(link).equals("plan")
                ? link + " = ?"
                : link + " IN (SELECT no FROM execution.run WHERE masterplan_id = ?)";
        boolean traced = columns.contains("trace_id");
        String trace = traced ? "trace_id" : "null::text";
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT count(*), array_agg(DISTINCT " + trace + ") FROM " + name + " WHERE " + condition)) {
            query.setObject(1, plan);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                long rows = found.getLong(1);
                return new Table(name, traced, rows, rows == 0 ? Set.of() : texts(found));
            }
        }
    }

    private static Set<String> texts(ResultSet found) throws SQLException {
        return Arrays.stream((Object[]) found.getArray(2).getArray())
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> columns(Connection connection, ServiceName service) throws SQLException {
        Map<String, Set<String>> columns = new LinkedHashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT c.table_name, c.column_name FROM information_schema.columns c"
                        + " JOIN information_schema.tables t USING (table_schema, table_name)"
                        + " WHERE c.table_schema = ? AND t.table_type = 'BASE TABLE' ORDER BY 1, 2")) {
            query.setString(1, service.word());
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    columns.computeIfAbsent(found.getString(1), table -> new java.util.HashSet<>())
                            .add(found.getString(2));
                }
            }
        }
        return columns;
    }

    private Connection connect(ServiceName service) throws SQLException {
        Properties settings = product.settings(service);
        String url = "jdbc:postgresql://%s:%s/masterplan"
                .formatted(
                        settings.getProperty("masterplan.postgres.host"),
                        settings.getProperty("masterplan.postgres.port"));
        return DriverManager.getConnection(url, service.word(), settings.getProperty("masterplan.postgres.password"));
    }
}
