package dev.masterplan.blueprint.read;

import dev.masterplan.messaging.plan.Discovery.Question;
import dev.masterplan.messaging.plan.Discovery.Stack;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The language that the brief asks for, and what is said when it is not written yet: only Python is. */
record Language(String asked) {

    private static final Pattern NAMED = Pattern.compile(
            "\\b(python|javascript|typescript|java|go|golang|rust|kotlin|c#|ruby|php)\\b", Pattern.CASE_INSENSITIVE);
    private static final String PYTHON = "python";

    static Language of(BriefText text) {
        Matcher named = NAMED.matcher(text.title() + "\n" + text.summary());
        return new Language(named.find() ? named.group(1).toLowerCase(Locale.ROOT) : PYTHON);
    }

    Stack stack() {
        return new Stack(PYTHON, "standard library", "SQLite");
    }

    List<String> assumptions() {
        String said = asked.equals(PYTHON)
                ? "Python 3.9 or newer, standard library only; data in SQLite."
                : "The brief asks for " + asked + "; it isn't written yet, Python is offered.";
        return List.of(said, "The program serves 127.0.0.1 only and has no sign-in: the brief asks for none.");
    }

    List<Question> questions() {
        if (asked.equals(PYTHON)) {
            return List.of();
        }
        String text = "The brief asks for " + asked + ", which this engine doesn't write yet. Build it in Python?";
        return List.of(new Question("language", text, List.of("python", "stop"), PYTHON, null));
    }
}
