package dev.masterplan.blueprint.test;

import java.util.List;

/**
 * One way to prove a requirement, in words and in Python.
 *
 * @param name kebab case, unique among the cases of a requirement
 * @param code statements of a function of {@code app}; the last returns one short text
 */
record AcceptanceCase(String name, String given, String when, String then, List<String> code) {

    AcceptanceCase {
        code = List.copyOf(code);
    }

    static AcceptanceCase of(String name, String given, String when, String then, Script script) {
        return new AcceptanceCase(name, given, when, then, script.lines());
    }

    /** Name of its Python function. */
    String function() {
        return name.replace('-', '_');
    }
}
