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

/** LiteLLM's {@code model_prices_and_context_window.json}: USD for one token, tiers by the name of the field. */
public final class LiteLlmPrices {

    private static final Pattern ABOVE = Pattern.compile("input_cost_per_token_above_(\\d+)k_tokens");
    private static final int MILLION = 6;
    private static final long THOUSAND = 1000;

    private LiteLlmPrices() {}

    /** @param date as of when the file is */
    public static Imported read(String text, LocalDate date) {
        Map<ModelName, Price> prices = new TreeMap<>();
        Map<ModelName, String> leftOut = new TreeMap<>();
        Tree.read(text).properties().forEach(field -> {
            JsonNode model = field.getValue();
            String mode = model.path("mode").asText();
            if (!mode.equals("chat") && !mode.equals("responses")) {
                return;
            }
            ModelName name = name(field.getKey(), model.path("litellm_provider").asText());
            String reason = unclear(model);
            if (reason == null) {
                prices.put(name, new Price(rates(model, ""), tiers(model)));
            } else {
                leftOut.put(name, reason);
            }
        });
        return new Imported(new PriceTable(date, "LiteLLM", prices), leftOut);
    }

    /** Some names begin with their provider, some don't. */
    private static ModelName name(String key, String provider) {
        return new ModelName(provider, key.startsWith(provider + "/") ? key.substring(provider.length() + 1) : key);
    }

    private static String unclear(JsonNode model) {
        BigDecimal thinking = Tree.decimal(model.path("output_cost_per_reasoning_token"));
        BigDecimal output = Tree.decimal(model.path("output_cost_per_token"));
        if (Tree.decimal(model.path("input_cost_per_token")) == null || output == null) {
            return "no price for tokens";
        }
        return thinking != null && thinking.compareTo(output) != 0 ? "thinking has a price of its own" : null;
    }

    private static Rates rates(JsonNode model, String above) {
        Rates perToken = Tree.rates(
                model,
                "input_cost_per_token" + above,
                "cache_read_input_token_cost" + above,
                "cache_creation_input_token_cost" + above,
                "output_cost_per_token" + above);
        return perToken == null ? null : perToken.movePointRight(MILLION);
    }

    private static List<Price.Tier> tiers(JsonNode model) {
        List<Price.Tier> tiers = new ArrayList<>();
        model.fieldNames().forEachRemaining(name -> {
            Matcher above = ABOVE.matcher(name);
            if (above.matches()) {
                Rates rates = rates(model, "_above_" + above.group(1) + "k_tokens");
                if (rates != null) {
                    tiers.add(new Price.Tier(Long.parseLong(above.group(1)) * THOUSAND, rates));
                }
            }
        });
        return tiers;
    }
}
