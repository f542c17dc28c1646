package dev.masterplan.stubmodel.bill;

import dev.masterplan.stubmodel.script.Fault;
import java.math.BigDecimal;

/**
 * One line of the log: what a call was and what it costs.
 *
 * @param form    {@code openai} or {@code anthropic}
 * @param outcome {@code none} for a good answer, else the {@link Fault} in small letters
 * @param cost    in USD, exact
 */
public record Call(
        int number, String form, String model, boolean stream, String outcome, Tokens tokens, BigDecimal cost) {}
