package dev.masterplan.execution.validation;

import dev.masterplan.messaging.plan.Required;
import java.util.List;

/**
 * What the validators of a language said about one candidate.
 *
 * @param complexity largest cyclomatic complexity of a function that was added or changed, 0 without any
 */
public record ValidationReport(List<ValidatorResult> results, int complexity) {
    public ValidationReport {
        results = Required.copy(results);
    }

    /** No validator that ran refused it. */
    public boolean passed() {
        return results.stream().allMatch(r -> r.passed() || !r.ran());
    }

    /** Diagnostics of the first validator that refused. */
    public List<String> diagnostics() {
        return results.stream()
                .filter(r -> r.ran() && !r.passed())
                .findFirst()
                .map(ValidatorResult::diagnostics)
                .orElse(List.of());
    }
}
