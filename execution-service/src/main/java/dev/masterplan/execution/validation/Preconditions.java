package dev.masterplan.execution.validation;

import dev.masterplan.messaging.plan.PathGuard;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every file has to be before its content is looked at: a safe path and a whole text. */
final class Preconditions {

    private static final int LARGEST_BYTES = 1024 * 1024;
    private static final Set<String> PROSE = Set.of("text", "markdown");
    private static final Pattern PLACEHOLDER = Pattern.compile("(#|//|/\\*|<!--|--)\\s*(TODO|FIXME|XXX)\\b"
            + "|(?i:your code here|implement (this|me)\\b|(rest|remainder) of (the |this )?(code|file|function|class|implementation)"
            + "|\\.\\.\\.\\s*(existing|other|remaining) code|(existing|previous) code (here|unchanged|stays))");

    private Preconditions() {}

    static ValidatorResult check(Candidate candidate) {
        long started = System.nanoTime();
        List<String> problems = new ArrayList<>();
        PathGuard.problemForAtom(candidate.path()).ifPresent(why -> problems.add("path: " + why));
        PathGuard.clash(candidate.path(), candidate.snapshot().keySet()).ifPresent(why -> problems.add("path: " + why));
        problems.addAll(problemsOfText(candidate));
        return new ValidatorResult("preconditions", "1", 0, true, problems.isEmpty(), problems, Millis.since(started));
    }

    private static List<String> problemsOfText(Candidate candidate) {
        String content = candidate.content();
        if (content.isBlank() && !mayBeEmpty(candidate.path())) {
            return List.of("the file is empty");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(content)) {
            return List.of("the file is not valid Unicode");
        }
        if (content.indexOf('\0') >= 0) {
            return List.of("the file holds a NUL character");
        }
        if (content.getBytes(StandardCharsets.UTF_8).length > LARGEST_BYTES) {
            return List.of("the file is larger than 1 MiB");
        }
        if (!candidate.language().equals("markdown") && stillFenced(content)) {
            return List.of("the file is still in Markdown fences");
        }
        return PROSE.contains(candidate.language().toLowerCase(Locale.ROOT)) ? List.of() : placeholders(content);
    }

    private static boolean stillFenced(String content) {
        String text = content.strip();
        return text.startsWith("```") || text.endsWith("```");
    }

    /** Python marks a folder as a package by a file that may be empty. */
    private static boolean mayBeEmpty(String path) {
        return path.equals("__init__.py") || path.endsWith("/__init__.py");
    }

    private static List<String> placeholders(String content) {
        Matcher found = PLACEHOLDER.matcher(content);
        if (!found.find()) {
            return List.of();
        }
        long line = content.substring(0, found.start()).lines().count();
        return List.of("line " + Math.max(1, line) + " is a placeholder: " + found.group());
    }
}
