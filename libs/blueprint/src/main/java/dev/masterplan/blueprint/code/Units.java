package dev.masterplan.blueprint.code;

import dev.masterplan.messaging.plan.Aggregate.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as the generated program stores them: whole numbers of the smallest unit. */
final class Units {

    private Units() {}

    static long of(Field field, BigDecimal amount) {
        int scale = field.scale() == null ? 2 : field.scale();
        return amount.movePointRight(scale).setScale(0, RoundingMode.HALF_UP).longValue();
    }
}
