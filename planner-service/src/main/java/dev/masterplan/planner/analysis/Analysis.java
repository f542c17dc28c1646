package dev.masterplan.planner.analysis;

import dev.masterplan.messaging.plan.Requirement.Coverage.State;
import java.util.List;
import java.util.stream.Stream;

/** Everything that the rules say about a plan; a plan with errors can't be approved. */
public record Analysis(List<Finding> errors, List<Finding> warnings, List<Coverage> coverage) {

    public Analysis {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        coverage = List.copyOf(coverage);
    }

    /** The same with more findings. */
    public Analysis with(List<Finding> more) {
        return new Analysis(
                Stream.concat(errors.stream(), more.stream().filter(Finding::blocks))
                        .toList(),
                Stream.concat(warnings.stream(), more.stream().filter(finding -> !finding.blocks()))
                        .toList(),
                coverage);
    }

    public boolean blocksApproval() {
        return !errors.isEmpty();
    }

    /** Requirements that some test proves. */
    public long covered() {
        return coverage.stream().filter(row -> row.state() == State.COVERED).count();
    }
}
