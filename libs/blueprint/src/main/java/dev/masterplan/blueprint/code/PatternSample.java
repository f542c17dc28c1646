package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.SimplePattern;
import dev.masterplan.blueprint.form.SimplePattern.Token;
import java.util.List;

/** Python expressions for texts that fit a pattern, another one each time where the pattern has room for it. */
final class PatternSample {

    private PatternSample() {}

    static String expression(String pattern) {
        List<Token> tokens = SimplePattern.tokens(pattern)
                .orElseThrow(() -> new IllegalArgumentException("no simple pattern: " + pattern));
        Token last = tokens.getLast();
        StringBuilder prefix = new StringBuilder();
        tokens.subList(0, tokens.size() - 1).forEach(t -> prefix.append(t.text()));
        if (last.digits()) {
            String start = Python.text(prefix.toString()).replace("{", "{{").replace("}", "}}");
            return "f" + start.substring(0, start.length() - 1) + "{next(NUMBERS):0" + last.count() + "d}\"";
        }
        if (last.capitals()) {
            String start = prefix.isEmpty() ? "" : Python.text(prefix.toString()) + " + ";
            return start + "letters(next(NUMBERS), " + last.count() + ")";
        }
        return Python.text(prefix + last.text());
    }
}
