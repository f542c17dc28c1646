package dev.masterplan.execution.attempt;

import dev.masterplan.execution.validation.ValidatorResult;
import dev.masterplan.execution.workspace.FileVersion;
import java.math.BigDecimal;
import java.util.List;

/** How the work on an atom ended. */
public sealed interface AtomOutcome {

    /** @param file null when nothing had to change */
    record Completed(FileVersion file, List<ValidatorResult> validators, int cyclomatic, int retries, BigDecimal cost)
            implements AtomOutcome {}

    record Failed(List<String> diagnostics, List<ValidatorResult> validators, int retries, BigDecimal cost)
            implements AtomOutcome {}

    /** It waits for a cure (money, the provider) or for what a person asked; no retry is used up. */
    record Parked(Hindrance by, String text, BigDecimal cost) implements AtomOutcome {}

    /** This process no longer drives the run: nothing was changed. */
    record Abandoned() implements AtomOutcome {}

    /** What can park an atom. */
    enum Hindrance {
        BUDGET,
        PROVIDER,
        ASKED
    }
}
