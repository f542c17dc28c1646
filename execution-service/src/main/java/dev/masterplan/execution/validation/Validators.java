package dev.masterplan.execution.validation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.masterplan.execution.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Looks at a candidate: preconditions first, then what its language has. A tool that is missing is said and never
 * counts as passed.
 */
public final class Validators {

    private static final int SYNTAX_WEIGHT = 2;
    private static final Set<String> WITHOUT_GRAMMAR = Set.of("text", "markdown");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Sandbox sandbox;
    private final PythonValidator python;

    public Validators(Sandbox sandbox, ValidationSettings settings) {
        this.sandbox = sandbox;
        this.python = new PythonValidator(sandbox, settings);
    }

    /** Blocks for at most the limit of the settings. */
    public ValidationReport validate(Candidate candidate) {
        ValidatorResult preconditions = Preconditions.check(candidate);
        if (!preconditions.passed()) {
            return new ValidationReport(List.of(preconditions), 0);
        }
        ValidationReport content = content(candidate);
        List<ValidatorResult> results = new ArrayList<>(List.of(preconditions));
        results.addAll(content.results());
        return new ValidationReport(results, content.complexity());
    }

    private ValidationReport content(Candidate candidate) {
        String language = candidate.language();
        if (language.equals("python")) {
            return sandbox.available() ? python.validate(candidate) : one(missing("no sandbox: " + sandbox.version()));
        }
        if (language.equals("json")) {
            return one(json(candidate.content()));
        }
        // The preconditions have proved it: valid UTF-8 and not empty.
        return one(
                WITHOUT_GRAMMAR.contains(language)
                        ? new ValidatorResult("syntax", "utf-8", SYNTAX_WEIGHT, true, true, List.of(), 0)
                        : missing("no validator for " + language + " here"));
    }

    private static ValidatorResult json(String content) {
        long started = System.nanoTime();
        List<String> problems = new ArrayList<>();
        try {
            JSON.readTree(content);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            problems.add((at == null ? "" : "line " + at.getLineNr() + ": ") + e.getOriginalMessage());
        }
        String version = JSON.version().toString();
        return new ValidatorResult(
                "syntax", version, SYNTAX_WEIGHT, true, problems.isEmpty(), problems, Millis.since(started));
    }

    private static ValidatorResult missing(String why) {
        return new ValidatorResult("syntax", null, SYNTAX_WEIGHT, false, false, List.of(why), 0);
    }

    private static ValidationReport one(ValidatorResult result) {
        return new ValidationReport(List.of(result), 0);
    }
}
