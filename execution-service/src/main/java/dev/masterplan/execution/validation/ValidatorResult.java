package dev.masterplan.execution.validation;

import dev.masterplan.messaging.plan.Required;
import java.util.List;

/**
 * What one validator said.
 *
 * @param version of the tool, null when it is missing
 * @param ran     false: the tool is missing, said and never passed
 */
public record ValidatorResult(
        String name,
        String version,
        int weight,
        boolean ran,
        boolean passed,
        List<String> diagnostics,
        long durationMs) {
    public ValidatorResult {
        name = Required.text(name, "name");
        diagnostics = Required.copy(diagnostics);
    }
}
