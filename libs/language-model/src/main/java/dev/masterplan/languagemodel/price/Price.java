package dev.masterplan.languagemodel.price;

import dev.masterplan.languagemodel.Usage;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * What a model costs.
 *
 * @param tiers other rates for the whole call when its prompt is longer; by rising threshold
 */
public record Price(Rates rates, List<Tier> tiers) {

    /** @param above tokens of the prompt; one more, and these rates hold */
    public record Tier(long above, Rates rates) {}

    public Price {
        tiers = tiers.stream().sorted(Comparator.comparingLong(Tier::above)).toList();
    }

    /** For what answers on the own machine. */
    public static Price free() {
        return new Price(Rates.of(BigDecimal.ZERO, null, null, BigDecimal.ZERO), List.of());
    }

    /** In USD, exact. */
    public BigDecimal cost(Usage usage) {
        Rates holds = rates;
        for (Tier tier : tiers) {
            holds = usage.prompt() > tier.above() ? tier.rates() : holds;
        }
        return holds.cost(usage);
    }

    /**
     * The most that a call can cost, in USD.
     *
     * @param prompt upper bound of its tokens
     * @param answer limit of its tokens
     */
    public BigDecimal worst(long prompt, long answer) {
        BigDecimal worst = rates.worst(prompt, answer);
        for (Tier tier : tiers) {
            worst = prompt > tier.above() ? worst.max(tier.rates().worst(prompt, answer)) : worst;
        }
        return worst;
    }
}
