package dev.masterplan.planner.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Says in the words of the JSON, not of Java, why a body does not fit. */
final class WrongShape {

    private WrongShape() {}

    static String of(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown field \"" + unknown.getPropertyName() + "\"";
        }
        String where = e.getPath().isEmpty() ? "the body" : "field \"" + path(e) + "\"";
        return e.getCause() instanceof IllegalArgumentException broken
                ? where + ": " + broken.getMessage()
                : where + " does not have the type it must have";
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
