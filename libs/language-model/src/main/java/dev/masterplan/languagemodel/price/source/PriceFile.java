package dev.masterplan.languagemodel.price.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.languagemodel.price.ModelName;
import dev.masterplan.languagemodel.price.Price;
import dev.masterplan.languagemodel.price.PriceTable;
import dev.masterplan.languagemodel.price.Rates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The product's own price file: date, source, and for each model USD for a million tokens. */
public final class PriceFile {

    private PriceFile() {}

    /** The prices that come with the product. */
    public static PriceTable shipped() {
        try (InputStream file = PriceFile.class.getResourceAsStream("/dev/masterplan/languagemodel/prices.json")) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A person's own file: in this form, or as LiteLLM or models.dev publish theirs; these say no date, so that it is the
     * file's.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    public static PriceTable read(Path file) {
        try {
            String text = Files.readString(file);
            LocalDate date = LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
            JsonNode root = Tree.read(text);
            if (root.path("models").isObject()) {
                return parse(text);
            }
            PriceTable table = LiteLlmPrices.read(text, date).table();
            table = table.prices().isEmpty() ? ModelsDevPrices.read(text, date).table() : table;
            if (table.prices().isEmpty()) {
                throw new IllegalArgumentException("no prices in " + file);
            }
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException("the price file can't be read: " + file, e);
        }
    }

    /** @throws IllegalArgumentException when date, source or a rate is missing */
    public static PriceTable parse(String text) {
        JsonNode root = Tree.read(text);
        String source = root.path("source").asText();
        if (!root.hasNonNull("date") || source.isBlank()) {
            throw new IllegalArgumentException("a price file says its date and source");
        }
        Map<ModelName, Price> prices = new TreeMap<>();
        root.path("models").properties().forEach(model -> {
            List<Price.Tier> tiers = new ArrayList<>();
            model.getValue()
                    .path("tiers")
                    .forEach(tier ->
                            tiers.add(new Price.Tier(tier.path("above").asLong(), rates(model.getKey(), tier))));
            prices.put(ModelName.parse(model.getKey()), new Price(rates(model.getKey(), model.getValue()), tiers));
        });
        return new PriceTable(LocalDate.parse(root.path("date").asText()), source, prices);
    }

    private static Rates rates(String model, JsonNode node) {
        Rates rates = Tree.rates(node, "input", "cache_read", "cache_write", "output");
        if (rates == null) {
            throw new IllegalArgumentException("no price of input and output for " + model);
        }
        return rates;
    }

    /** The table as a file; what is read from it is the same table. */
    public static String write(PriceTable table) {
        Map<String, Object> models = new LinkedHashMap<>();
        table.prices().forEach((name, price) -> {
            Map<String, Object> model = fields(price.rates());
            if (!price.tiers().isEmpty()) {
                model.put("tiers", price.tiers().stream().map(PriceFile::tier).toList());
            }
            models.put(name.toString(), model);
        });
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("date", table.date().toString());
        root.put("source", table.source());
        root.put("models", models);
        try {
            return Tree.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> tier(Price.Tier tier) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("above", tier.above());
        fields.putAll(fields(tier.rates()));
        return fields;
    }

    private static Map<String, Object> fields(Rates rates) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("input", text(rates.input()));
        fields.put("cache_read", text(rates.cacheRead()));
        fields.put("cache_write", text(rates.cacheWrite()));
        fields.put("output", text(rates.output()));
        return fields;
    }

    private static String text(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString();
    }
}
