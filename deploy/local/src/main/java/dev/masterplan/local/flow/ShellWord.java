package dev.masterplan.local.flow;

import java.util.regex.Pattern;

/** A word as it can be pasted into a shell. */
final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+=-]+");

    private ShellWord() {}

    static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
