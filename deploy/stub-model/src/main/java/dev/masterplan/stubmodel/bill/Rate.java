package dev.masterplan.stubmodel.bill;

import java.math.BigDecimal;

/**
 * USD for a million tokens.
 *
 * @param aboveThousands from more than so many thousand tokens of input all rates are doubled; 0 = never
 */
public record Rate(
        BigDecimal input, BigDecimal cacheRead, BigDecimal cacheWrite, BigDecimal output, int aboveThousands) {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    static Rate of(String input, String cacheRead, String cacheWrite, String output, int aboveThousands) {
        return new Rate(
                new BigDecimal(input),
                new BigDecimal(cacheRead),
                new BigDecimal(cacheWrite),
                new BigDecimal(output),
                aboveThousands);
    }

    /** The exact bill of one call. */
    BigDecimal bill(Tokens tokens) {
        if (aboveThousands > 0 && tokens.prompt() > aboveThousands * 1000L) {
            return twice().bill(tokens);
        }
        return times(input, tokens.input())
                .add(times(cacheRead, tokens.cacheRead()))
                .add(times(cacheWrite, tokens.cacheWrite()))
                .add(times(output, tokens.output()));
    }

    /** The rates above the threshold. */
    Rate twice() {
        return new Rate(
                input.multiply(BigDecimal.TWO),
                cacheRead.multiply(BigDecimal.TWO),
                cacheWrite.multiply(BigDecimal.TWO),
                output.multiply(BigDecimal.TWO),
                0);
    }

    private static BigDecimal times(BigDecimal perMillion, long tokens) {
        return perMillion.multiply(BigDecimal.valueOf(tokens)).divide(MILLION);
    }

    BigDecimal perToken(BigDecimal perMillion) {
        return perMillion.divide(MILLION);
    }
}
