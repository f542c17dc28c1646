package dev.masterplan.planner.exchange.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A JSON value that knows its line. */
public sealed interface JsonValue {

    /** 1-based line on which it begins. */
    int line();

    /** @param fields in the order of the file */
    record Members(int line, Map<String, JsonValue> fields) implements JsonValue {}

    /** A list. */
    record Items(int line, List<JsonValue> values) implements JsonValue {}

    /** A string. */
    record Text(int line, String value) implements JsonValue {}

    /** A number, as exact as it is written. */
    record Amount(int line, BigDecimal value) implements JsonValue {}

    /** {@code true} or {@code false}. */
    record Truth(int line, boolean value) implements JsonValue {}

    /** {@code null}. */
    record Nothing(int line) implements JsonValue {}

    /** The member of that name; null when there is none or this is no object. */
    default JsonValue get(String field) {
        return this instanceof Members members ? members.fields().get(field) : null;
    }

    /** Values of a list, nothing otherwise. */
    default List<JsonValue> items() {
        return this instanceof Items items ? items.values() : List.of();
    }

    /** What a person would read: text as it is, numbers and truth values as written; null when it holds no single value. */
    default String asText() {
        return switch (this) {
            case Text text -> text.value();
            case Amount amount -> amount.value().toPlainString();
            case Truth truth -> Boolean.toString(truth.value());
            case Nothing _, Members _, Items _ -> null;
        };
    }

    /** Every string in it, one a line, without the names of fields. */
    default String strings() {
        return switch (this) {
            case Text text -> text.value();
            case Members members ->
                members.fields().values().stream().map(JsonValue::strings).collect(Collectors.joining("\n"));
            case Items items -> items.values().stream().map(JsonValue::strings).collect(Collectors.joining("\n"));
            case Amount _, Truth _, Nothing _ -> "";
        };
    }
}
