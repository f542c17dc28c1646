package dev.masterplan.languagemodel.price;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The prices that hold. A model without a price is refused, never guessed.
 *
 * @param date   as of when
 * @param source who says so
 */
public record PriceTable(LocalDate date, String source, Map<ModelName, Price> prices) {

    public PriceTable {
        prices = Collections.unmodifiableMap(new TreeMap<>(prices));
    }

    /** @throws UnknownPriceException with what to do about it */
    public Price of(ModelName model) {
        Price price = prices.get(model);
        if (price == null) {
            throw new UnknownPriceException(model, this);
        }
        return price;
    }

    /** The same, and this model costs nothing: it answers on the own machine. */
    public PriceTable withFree(ModelName model) {
        Map<ModelName, Price> more = new TreeMap<>(prices);
        more.put(model, Price.free());
        return new PriceTable(date, source, more);
    }

    /** This one, and where the other knows a model too, what the other says. */
    public PriceTable overriddenBy(PriceTable other) {
        Map<ModelName, Price> both = new TreeMap<>(prices);
        both.putAll(other.prices);
        return new PriceTable(other.date, other.source + "; " + source, both);
    }
}
