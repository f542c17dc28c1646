package dev.masterplan.blueprint.test;

import java.util.ArrayList;
import java.util.List;

/** Lines of Python that grow; a line may hold several, as a text block. */
final class Script {

    private final List<String> lines = new ArrayList<>();

    /** Adds lines; {@code %s} takes an argument, {@code %%} is one per cent sign. */
    Script add(String code, Object... arguments) {
        String text = code.formatted(arguments);
        text.lines().forEach(lines::add);
        return this;
    }

    /** The last statement: what a passed test says of itself. */
    Script says(String text) {
        return add("return " + Python.text(text));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
