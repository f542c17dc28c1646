package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.messaging.plan.Aggregate.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Conditions on a feature's records as SQL.
 *
 * @param sql        conditions joined by AND, {@code 1} when there are none
 * @param parameters Python expressions for the question marks
 */
record Where(String sql, List<String> parameters) {

    static Where of(Feature feature, List<Condition> conditions) {
        List<String> tests = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        for (Condition condition : conditions) {
            tests.add(test(feature.field(condition.field()), condition, parameters));
        }
        return new Where(tests.isEmpty() ? "1" : String.join(" AND ", tests), List.copyOf(parameters));
    }

    private static String test(Field field, Condition condition, List<String> parameters) {
        String column = Sql.name(field.name());
        return switch (condition.op()) {
            case IS_EMPTY -> column + " IS NULL";
            case IS_SET -> column + " IS NOT NULL";
            default -> column + " " + operator(condition.op()) + " " + value(field, condition.value(), parameters);
        };
    }

    private static String operator(Condition.Op op) {
        return switch (op) {
            case EQ -> "=";
            case NE -> "IS NOT";
            case LT -> "<";
            case LE -> "<=";
            case GT -> ">";
            case GE -> ">=";
            case IS_EMPTY, IS_SET -> throw new IllegalArgumentException("compares nothing: " + op);
        };
    }

    private static String value(Field field, String value, List<String> parameters) {
        if (value.startsWith("@")) {
            parameters.add(Literal.now(field, value));
            return "?";
        }
        String literal = Literal.now(field, value);
        return literal.startsWith("\"") ? "'" + value.replace("'", "''") + "'" : literal;
    }

    /** Whether the program's clock is asked. */
    boolean asksClock() {
        return !parameters.isEmpty();
    }

    /** A Python tuple of {@code first} and the parameters. */
    String tuple(String first) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(parameters);
        return all.size() == 1 ? "(" + first + ",)" : "(" + String.join(", ", all) + ")";
    }
}
