package dev.masterplan.execution.wave;

import dev.masterplan.execution.attempt.AtomJob;
import dev.masterplan.execution.attempt.AtomOutcome;

/** Works one atom to its end; called on a virtual thread of its own. */
@FunctionalInterface
public interface AtomStarter {
    AtomOutcome work(AtomJob job);
}
