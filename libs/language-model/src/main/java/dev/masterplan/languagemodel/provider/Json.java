package dev.masterplan.languagemodel.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** JSON as it goes over the wire. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of a body is whole: the body itself, or the data of each event. */
    static List<JsonNode> said(String body, boolean streamed) {
        Stream<String> texts = streamed
                ? body.lines().filter(line -> line.startsWith("data:")).map(line -> line.substring(5))
                : Stream.of(body);
        return texts.flatMap(text -> read(text).stream()).toList();
    }

    static Optional<JsonNode> read(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
