package dev.masterplan.languagemodel.price;

import dev.masterplan.languagemodel.Usage;
import java.math.BigDecimal;

/** USD for a million tokens of each kind. */
public record Rates(BigDecimal input, BigDecimal cacheRead, BigDecimal cacheWrite, BigDecimal output) {

    private static final int MILLION = 6;

    public Rates {
        for (BigDecimal rate : new BigDecimal[] {input, cacheRead, cacheWrite, output}) {
            if (rate == null || rate.signum() < 0) {
                throw new IllegalArgumentException("a rate is missing or negative");
            }
        }
    }

    /** @param cacheRead null = as {@code input}; so {@code cacheWrite} */
    public static Rates of(BigDecimal input, BigDecimal cacheRead, BigDecimal cacheWrite, BigDecimal output) {
        return new Rates(input, cacheRead == null ? input : cacheRead, cacheWrite == null ? input : cacheWrite, output);
    }

    /** The same in a smaller unit: rates for one token become rates for a million by 6. */
    public Rates movePointRight(int places) {
        return new Rates(
                plain(input, places), plain(cacheRead, places), plain(cacheWrite, places), plain(output, places));
    }

    private static BigDecimal plain(BigDecimal rate, int places) {
        return new BigDecimal(rate.movePointRight(places).stripTrailingZeros().toPlainString());
    }

    BigDecimal cost(Usage usage) {
        return times(input, usage.input())
                .add(times(cacheRead, usage.cacheRead()))
                .add(times(cacheWrite, usage.cacheWrite()))
                .add(times(output, usage.output()));
    }

    /** Every token of the prompt at its dearest. */
    BigDecimal worst(long prompt, long answer) {
        return times(input.max(cacheRead).max(cacheWrite), prompt).add(times(output, answer));
    }

    /** Exact: a million is six places. */
    private static BigDecimal times(BigDecimal rate, long tokens) {
        return rate.multiply(BigDecimal.valueOf(tokens)).movePointLeft(MILLION);
    }
}
