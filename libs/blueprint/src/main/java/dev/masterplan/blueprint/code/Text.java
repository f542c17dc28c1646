package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.Words;

/** Spelling of generated prose. */
final class Text {

    private Text() {}

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** {@code handing_over} → {@code HandingOver} */
    static String camel(String snake) {
        return Words.camel(snake);
    }
}
