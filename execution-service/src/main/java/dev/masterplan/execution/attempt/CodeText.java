package dev.masterplan.execution.attempt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An author's answer as a file: Markdown fences around the whole of it are stripped, nothing else is touched. */
public final class CodeText {

    private static final Pattern FENCED =
            Pattern.compile("\\A\\s*```[A-Za-z0-9_+-]*\\R(.*?)\\R?```\\s*\\z", Pattern.DOTALL);

    private CodeText() {}

    public static String unfenced(String answer) {
        Matcher matcher = FENCED.matcher(answer);
        return matcher.matches() ? matcher.group(1) + "\n" : answer;
    }
}
