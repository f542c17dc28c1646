package dev.masterplan.execution.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.masterplan.execution.sandbox.Sandbox;
import dev.masterplan.execution.sandbox.SandboxFolder;
import dev.masterplan.execution.sandbox.SandboxResult;
import dev.masterplan.execution.sandbox.SandboxSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Syntax, lint, unit tests and complexity of a Python file in one sandboxed process. */
final class PythonValidator {

    private static final String PYTHON = "/usr/bin/python3";
    private static final String PREVIOUS = ".previous.py";
    private static final int SYNTAX_WEIGHT = 2;
    private static final int OUTPUT_BYTES = 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sandbox sandbox;
    private final ValidationSettings settings;
    private final String driver = driver();

    PythonValidator(Sandbox sandbox, ValidationSettings settings) {
        this.sandbox = sandbox;
        this.settings = settings;
    }

    ValidationReport validate(Candidate candidate) {
        List<String> tests = candidate.runUnitTests() ? UnitTests.of(candidate) : List.of();
        SandboxResult run = run(candidate, tests);
        List<JsonNode> answers = answers(run);
        if (answers.isEmpty()) {
            return new ValidationReport(List.of(unanswered(run)), 0);
        }
        JsonNode file = answers.getFirst();
        String version = file.path("version").asText();
        List<ValidatorResult> results = new ArrayList<>();
        List<String> errors = texts(file.path("syntax"));
        results.add(result("syntax", version, SYNTAX_WEIGHT, errors, run));
        if (errors.isEmpty()) {
            results.add(result("lint", version, 1, texts(file.path("lint")), run));
            if (!tests.isEmpty()) {
                JsonNode said = answers.size() > 1 ? answers.get(1).path("tests") : JSON.createArrayNode();
                results.add(result("unit tests", version, 1, UnitTests.problems(said, run), run));
            }
        }
        return new ValidationReport(results, file.path("complexity").asInt());
    }

    private SandboxResult run(Candidate candidate, List<String> tests) {
        try (SandboxFolder folder = sandbox.folder()) {
            if (!tests.isEmpty()) {
                folder.write(candidate.snapshot());
            }
            folder.write(candidate.path(), candidate.content().getBytes(StandardCharsets.UTF_8));
            if (candidate.previous() != null) {
                folder.write(PREVIOUS, candidate.previous().getBytes(StandardCharsets.UTF_8));
            }
            List<String> command = new ArrayList<>(List.of(PYTHON, "-I", "-S", "-B", "-c", driver, candidate.path()));
            command.add(candidate.previous() == null ? "-" : PREVIOUS);
            command.addAll(tests);
            return sandbox.run(new SandboxSpec(
                    command,
                    folder.workspace(),
                    null,
                    Map.of(),
                    tests.isEmpty() ? settings.syntaxLimit() : settings.unitTestLimit(),
                    settings.limits(),
                    OUTPUT_BYTES));
        }
    }

    /** No Python, or the compiler itself was brought down. */
    private ValidatorResult unanswered(SandboxResult run) {
        boolean missing = run.stderrText().contains("failed to execute " + PYTHON);
        String why = missing
                ? "no python3 under /usr"
                : "the syntax check gave no answer: " + (run.ended() ? "exit " + run.exit() : run.limitReached());
        return new ValidatorResult("syntax", null, SYNTAX_WEIGHT, !missing, false, List.of(why), run.durationMs());
    }

    private static ValidatorResult result(
            String name, String version, int weight, List<String> problems, SandboxResult run) {
        return new ValidatorResult(name, version, weight, true, problems.isEmpty(), problems, run.durationMs());
    }

    private static List<JsonNode> answers(SandboxResult run) {
        List<JsonNode> answers = new ArrayList<>();
        for (String line : run.stdoutText().lines().toList()) {
            try {
                answers.add(JSON.readTree(line));
            } catch (JsonProcessingException e) {
                return answers; // cut short: what follows is missing, and missing is failed
            }
        }
        return answers;
    }

    private static List<String> texts(JsonNode array) {
        return Diagnostics.of(StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText));
    }

    private static String driver() {
        try (InputStream in = PythonValidator.class.getResourceAsStream("/validation/check.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
