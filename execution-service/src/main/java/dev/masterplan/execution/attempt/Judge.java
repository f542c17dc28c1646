package dev.masterplan.execution.attempt;

import dev.masterplan.execution.validation.Candidate;
import dev.masterplan.execution.validation.ValidationReport;

/** Says whether a candidate may become the file; bounded to as many at once as the machine has cores. */
public interface Judge {

    /** Blocks; runs nothing outside the sandbox. */
    ValidationReport judge(Candidate candidate);
}
