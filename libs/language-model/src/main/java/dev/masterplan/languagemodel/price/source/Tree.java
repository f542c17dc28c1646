package dev.masterplan.languagemodel.price.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.masterplan.languagemodel.price.Rates;
import java.math.BigDecimal;

/** JSON with exact decimals. */
final class Tree {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Tree() {}

    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    static ObjectMapper mapper() {
        return MAPPER;
    }

    /** null when it is not there. */
    static BigDecimal decimal(JsonNode node) {
        if (node.isTextual()) {
            return new BigDecimal(node.asText());
        }
        return node.isNumber() ? node.decimalValue() : null;
    }

    /** @param names of input, cache read, cache write, output; null when input or output is not there */
    static Rates rates(JsonNode node, String input, String read, String write, String output) {
        BigDecimal in = decimal(node.path(input));
        BigDecimal out = decimal(node.path(output));
        return in == null || out == null
                ? null
                : Rates.of(in, decimal(node.path(read)), decimal(node.path(write)), out);
    }
}
