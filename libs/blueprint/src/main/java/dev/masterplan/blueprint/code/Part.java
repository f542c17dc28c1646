package dev.masterplan.blueprint.code;

import java.util.List;

/**
 * What one link adds to a module.
 *
 * @param imports       whole import lines
 * @param body          code without imports; starts indented when it continues a class
 * @param registrations lines of the module's {@code register} function
 */
record Part(Link link, List<String> imports, String body, List<String> registrations) {

    Part(Link link, List<String> imports, String body) {
        this(link, imports, body, List.of());
    }
}
