package dev.masterplan.planner.exchange.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.masterplan.planner.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON into values that know their lines. A name that comes twice in one object is refused. */
public final class JsonTextMapper {

    private static final int DEEPEST = 100;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();
    private static final int LONGEST_NUMBER = 40;

    private JsonTextMapper() {}

    /** @throws Refusal saying where the file stops to be JSON */
    public static JsonValue read(SourceFile file) {
        try (JsonParser parser = JSON.createParser(file.withoutMark())) {
            if (parser.nextToken() == null) {
                throw Refusal.malformed(file.name() + " is empty");
            }
            JsonValue value = value(file, parser);
            if (parser.nextToken() != null) {
                throw Refusal.malformed(
                        file.name() + ", line " + line(parser) + ": something stands behind the end of the JSON");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw Refusal.malformed(file.name() + place(e.getLocation()) + ": not JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null where nesting is too deep to go on. */
    private static String place(JsonLocation location) {
        return location == null
                ? ", deeper than " + DEEPEST + " levels"
                : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static JsonValue value(SourceFile file, JsonParser parser) throws IOException {
        int line = line(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(file, parser, line);
            case START_ARRAY -> items(file, parser, line);
            case VALUE_STRING -> new JsonValue.Text(line, file.plain(parser.getText(), line));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> amount(parser, line);
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue.Truth(line, parser.getBooleanValue());
            default -> new JsonValue.Nothing(line);
        };
    }

    /** A number too long to be one that anybody meant stays the text that it is. */
    private static JsonValue amount(JsonParser parser, int line) throws IOException {
        String text = parser.getText();
        if (text.length() > LONGEST_NUMBER) {
            return new JsonValue.Text(line, text);
        }
        BigDecimal amount = new BigDecimal(text);
        return Math.abs(amount.scale()) > LONGEST_NUMBER
                ? new JsonValue.Text(line, text)
                : new JsonValue.Amount(line, amount);
    }

    private static JsonValue members(SourceFile file, JsonParser parser, int line) throws IOException {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = file.plain(parser.currentName(), line(parser));
            parser.nextToken();
            fields.put(name, value(file, parser));
        }
        return new JsonValue.Members(line, fields);
    }

    private static JsonValue items(SourceFile file, JsonParser parser, int line) throws IOException {
        List<JsonValue> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(file, parser));
        }
        return new JsonValue.Items(line, values);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
