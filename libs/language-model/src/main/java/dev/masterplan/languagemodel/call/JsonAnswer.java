package dev.masterplan.languagemodel.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.masterplan.languagemodel.shape.Shape;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads an answer as JSON of a shape; one block in Markdown fences is taken out of the talk around it. */
sealed interface JsonAnswer {

    ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    Pattern FENCED = Pattern.compile("(?ms)^```[A-Za-z0-9_+-]*\\s*?\\R(.*?)^```\\s*$");

    record Fits(String json) implements JsonAnswer {}

    record NotJson(String because) implements JsonAnswer {}

    /** @param because with the path: {@code $.tasks[2].name: not a text} */
    record OtherShape(String because) implements JsonAnswer {}

    static JsonAnswer of(String text, Shape shape) {
        String json = unfenced(text);
        try {
            JsonNode value = MAPPER.readTree(json);
            return mismatch(value, shape, "$").<JsonAnswer>map(OtherShape::new).orElseGet(() -> new Fits(json));
        } catch (JsonProcessingException e) {
            return new NotJson("not JSON: " + e.getOriginalMessage());
        }
    }

    private static String unfenced(String text) {
        Matcher block = FENCED.matcher(text);
        if (text.strip().startsWith("{") || !block.find()) {
            return text.strip();
        }
        String only = block.group(1);
        return block.find() ? text.strip() : only.strip();
    }

    private static Optional<String> mismatch(JsonNode value, Shape shape, String path) {
        return switch (shape) {
            case Shape.Fields fields -> fields(value, fields, path);
            case Shape.Items items ->
                value.isArray()
                        ? IntStream.range(0, value.size())
                                .mapToObj(i -> mismatch(value.get(i), items.item(), path + "[" + i + "]"))
                                .flatMap(Optional::stream)
                                .findFirst()
                        : said(path, "not a list");
            case Shape.Text text -> value.isTextual() ? Optional.empty() : said(path, "not a text");
            case Shape.Choice choice ->
                choice.values().contains(value.asText())
                        ? Optional.empty()
                        : said(path, "not one of " + choice.values());
            case Shape.Whole whole -> value.isIntegralNumber() ? Optional.empty() : said(path, "not a whole number");
            case Shape.Number number -> value.isNumber() ? Optional.empty() : said(path, "not a number");
            case Shape.Flag flag -> value.isBoolean() ? Optional.empty() : said(path, "not true or false");
            case Shape.Optional optional -> value.isNull() ? Optional.empty() : mismatch(value, optional.shape(), path);
        };
    }

    private static Optional<String> fields(JsonNode value, Shape.Fields shape, String path) {
        if (!value.isObject()) {
            return said(path, "not an object");
        }
        for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!shape.fields().containsKey(name)) {
                return said(path + "." + name, "unknown");
            }
        }
        for (Map.Entry<String, Shape> field : shape.fields().entrySet()) {
            String at = path + "." + field.getKey();
            JsonNode inner = value.get(field.getKey());
            Optional<String> wrong = inner == null ? said(at, "missing") : mismatch(inner, field.getValue(), at);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> said(String path, String what) {
        return Optional.of(path + ": " + what);
    }
}
