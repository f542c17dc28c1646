package dev.masterplan.blueprint.code;

/** Spelling of generated prose. */
final class Text {

    private Text() {}

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
