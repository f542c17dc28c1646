package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Values that satisfy or break conditions, as keyword arguments of a sample in a unit test. */
final class Samples {

    private Samples() {}

    /** The same conditions with the first one turned round. */
    static List<Condition> broken(Feature feature, List<Condition> conditions) {
        List<Condition> broken = new ArrayList<>(conditions);
        broken.set(0, conditions.getFirst().negated());
        return broken;
    }

    /** {@code status="open", due_on=clock.days_after(clock.today(), -1)} */
    static String arguments(Feature feature, List<Condition> conditions) {
        return conditions.stream()
                .map(c -> c.field() + "=" + value(feature.field(c.field()), c))
                .collect(Collectors.joining(", "));
    }

    private static String value(Field field, Condition condition) {
        return switch (condition.op()) {
            case IS_EMPTY -> "None";
            case IS_SET -> field.type() == FieldType.DATE ? "clock.today()" : "1";
            case EQ, LE, GE -> Literal.now(field, condition.value());
            case NE -> other(field, condition.value());
            case LT -> shifted(field, condition.value(), -1);
            case GT -> shifted(field, condition.value(), 1);
        };
    }

    private static String other(Field field, String value) {
        if (field.type() == FieldType.BOOLEAN) {
            return value.equals("true") ? "0" : "1";
        }
        return field.values().stream()
                .filter(v -> !v.equals(value))
                .findFirst()
                .map(v -> Literal.now(field, v))
                .orElse("None");
    }

    private static String shifted(Field field, String value, int by) {
        String literal = Literal.now(field, value);
        if (field.type() == FieldType.DATE) {
            return "clock.days_after(" + literal + ", " + by + ")";
        }
        if (field.type() == FieldType.DATETIME) {
            return by < 0 ? "\"2000-01-01T00:00:00Z\"" : "\"2999-01-01T00:00:00Z\"";
        }
        return literal + (by < 0 ? " - 1" : " + 1");
    }
}
