package dev.masterplan.execution.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.execution.sandbox.SandboxResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which unit tests belong to a file, and what their report is worth. */
final class UnitTests {

    private static final Pattern TEST_FILE = Pattern.compile("(.*/)?(test_[^/]*|[^/]*_test)\\.py");

    private UnitTests() {}

    /** The candidate itself when it is a test, else the tests of its snapshot that import it. */
    static List<String> of(Candidate candidate) {
        if (isTest(candidate.path())) {
            return List.of(candidate.path());
        }
        Pattern imports = imports(candidate.path());
        return candidate.snapshot().entrySet().stream()
                .filter(entry -> isTest(entry.getKey()))
                .filter(entry -> imports.matcher(new String(entry.getValue(), StandardCharsets.UTF_8))
                        .find())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** What failed; a test that was listed and then not heard of again has failed, whatever the exit status. */
    static List<String> problems(JsonNode said, SandboxResult run) {
        Set<String> missing = new LinkedHashSet<>();
        List<String> problems = new ArrayList<>();
        boolean loaded = false;
        boolean any = false;
        for (JsonNode line : said) {
            String test = line.path("test").asText();
            switch (line.path("kind").asText()) {
                case "listed" -> any |= missing.add(test);
                case "loaded" -> loaded = true;
                case "failed" -> {
                    missing.remove(test);
                    problems.add(test + " failed");
                    line.path("text").asText().lines().forEach(problems::add);
                }
                default -> missing.remove(test);
            }
        }
        if (!loaded) {
            return Diagnostics.of(
                    Stream.of("the tests could not be loaded", run.ended() ? tail(run) : run.limitReached()));
        }
        if (!any) {
            return List.of("the file holds no test");
        }
        missing.forEach(test -> problems.add(test + " did not end" + (run.ended() ? "" : ": " + run.limitReached())));
        return Diagnostics.of(problems.stream());
    }

    private static boolean isTest(String path) {
        return TEST_FILE.matcher(path).matches() && !path.startsWith("acceptance/");
    }

    private static Pattern imports(String path) {
        String module =
                path.replaceFirst("\\.py$", "").replaceFirst("/__init__$", "").replace('/', '.');
        int dot = module.lastIndexOf('.');
        String dotted = "\\b" + Pattern.quote(module) + "\\b";
        return Pattern.compile(
                dot < 0
                        ? dotted
                        : dotted + "|from\\s+" + Pattern.quote(module.substring(0, dot)) + "\\s+import\\s+[^\\n]*\\b"
                                + Pattern.quote(module.substring(dot + 1)) + "\\b");
    }

    private static String tail(SandboxResult run) {
        List<String> lines = run.stderrText().lines().toList();
        return lines.isEmpty() ? "exit " + run.exit() : lines.getLast();
    }
}
