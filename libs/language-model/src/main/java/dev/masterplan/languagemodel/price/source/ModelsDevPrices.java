package dev.masterplan.languagemodel.price.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.languagemodel.price.ModelName;
import dev.masterplan.languagemodel.price.Price;
import dev.masterplan.languagemodel.price.PriceTable;
import dev.masterplan.languagemodel.price.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file {@code api.json} of models.dev: by provider, USD for a million tokens. */
public final class ModelsDevPrices {

    private static final Pattern OVER = Pattern.compile("context_over_(\\d+)k");
    private static final long THOUSAND = 1000;

    private ModelsDevPrices() {}

    /** @param date as of when the file is */
    public static Imported read(String text, LocalDate date) {
        JsonNode root = Tree.read(text);
        JsonNode providers = root.path("providers").isObject() ? root.path("providers") : root;
        Map<ModelName, Price> prices = new TreeMap<>();
        Map<ModelName, String> leftOut = new TreeMap<>();
        providers
                .properties()
                .forEach(provider -> provider.getValue()
                        .path("models")
                        .properties()
                        .forEach(model -> {
                            ModelName name = new ModelName(provider.getKey(), model.getKey());
                            JsonNode cost = model.getValue().path("cost");
                            Rates rates = rates(cost);
                            if (rates == null) {
                                leftOut.put(name, "no price for tokens");
                            } else if (thinkingCosts(cost, rates)) {
                                leftOut.put(name, "thinking has a price of its own");
                            } else {
                                prices.put(name, new Price(rates, tiers(cost)));
                            }
                        }));
        return new Imported(new PriceTable(date, "models.dev", prices), leftOut);
    }

    private static Rates rates(JsonNode cost) {
        return Tree.rates(cost, "input", "cache_read", "cache_write", "output");
    }

    private static boolean thinkingCosts(JsonNode cost, Rates rates) {
        BigDecimal thinking = Tree.decimal(cost.path("reasoning"));
        return thinking != null && thinking.compareTo(rates.output()) != 0;
    }

    private static List<Price.Tier> tiers(JsonNode cost) {
        List<Price.Tier> tiers = new ArrayList<>();
        cost.properties().forEach(field -> {
            Matcher over = OVER.matcher(field.getKey());
            Rates rates = over.matches() ? rates(field.getValue()) : null;
            if (rates != null) {
                tiers.add(new Price.Tier(Long.parseLong(over.group(1)) * THOUSAND, rates));
            }
        });
        return tiers;
    }
}
