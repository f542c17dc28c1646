package dev.masterplan.planner.analysis;

import dev.masterplan.messaging.plan.Requirement.Coverage.State;
import java.util.List;

/** Everything that the rules say about a plan; a plan with errors can't be approved. */
public record Analysis(List<Finding> errors, List<Finding> warnings, List<Coverage> coverage) {

    public Analysis {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        coverage = List.copyOf(coverage);
    }

    public boolean blocksApproval() {
        return !errors.isEmpty();
    }

    /** Requirements that some test proves. */
    public long covered() {
        return coverage.stream().filter(row -> row.state() == State.COVERED).count();
    }
}
