package dev.masterplan.stubmodel.bill;

import dev.masterplan.stubmodel.script.Json;
import java.util.Map;
import java.util.TreeMap;

/** The rates as others publish theirs. */
public final class Prices {

    private Prices() {}

    public static String liteLlm() {
        Map<String, Object> models = new TreeMap<>();
        Books.RATES.forEach((model, rate) -> models.put(model, model(rate)));
        return Json.write(models);
    }

    private static Map<String, Object> model(Rate rate) {
        Map<String, Object> model = Json.object(
                "litellm_provider",
                "stub",
                "mode",
                "chat",
                "max_input_tokens",
                200_000,
                "max_output_tokens",
                32_000,
                "input_cost_per_token",
                rate.perToken(rate.input()),
                "output_cost_per_token",
                rate.perToken(rate.output()),
                "cache_read_input_token_cost",
                rate.perToken(rate.cacheRead()),
                "cache_creation_input_token_cost",
                rate.perToken(rate.cacheWrite()));
        if (rate.aboveThousands() > 0) {
            Rate twice = rate.twice();
            String above = "_above_" + rate.aboveThousands() + "k_tokens";
            model.put("input_cost_per_token" + above, twice.perToken(twice.input()));
            model.put("output_cost_per_token" + above, twice.perToken(twice.output()));
            model.put("cache_read_input_token_cost" + above, twice.perToken(twice.cacheRead()));
            model.put("cache_creation_input_token_cost" + above, twice.perToken(twice.cacheWrite()));
        }
        return model;
    }
}
