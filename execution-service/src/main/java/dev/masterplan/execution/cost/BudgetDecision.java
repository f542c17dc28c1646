package dev.masterplan.execution.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** May a call begin? */
public sealed interface BudgetDecision {

    record Fits(Budget after) implements BudgetDecision {}

    /** It fits once others have settled. */
    record Waits() implements BudgetDecision {}

    /** It doesn't fit, however the calls in flight end. */
    record Exceeded(BigDecimal hard, BigDecimal spentOrReserved, BigDecimal worst) implements BudgetDecision {
        public String text() {
            return "Hard limit: $%s spent or reserved of $%s, next call up to $%s"
                    .formatted(dollars(spentOrReserved), dollars(hard), dollars(worst));
        }

        private static BigDecimal dollars(BigDecimal amount) {
            return amount.setScale(2, RoundingMode.HALF_UP);
        }
    }
}
