package dev.masterplan.execution.wave;

import dev.masterplan.execution.atom.AtomStatus;
import dev.masterplan.execution.attempt.AtomOutcome;
import dev.masterplan.messaging.event.AtomState;
import java.util.List;

/** How an outcome changes an atom's status. */
final class Ends {

    private Ends() {}

    static AtomStatus completed(AtomStatus was, AtomOutcome.Completed done) {
        return new AtomStatus(
                AtomState.COMPLETED,
                null,
                was.ladder(),
                done.retries(),
                done.cyclomatic(),
                false,
                done.cost(),
                done.validators(),
                List.of());
    }

    static AtomStatus failed(AtomStatus was, AtomOutcome.Failed failed) {
        String reason = failed.diagnostics().isEmpty()
                ? "refused"
                : failed.diagnostics().getFirst();
        return new AtomStatus(
                AtomState.FAILED,
                reason,
                was.ladder(),
                failed.retries(),
                was.cyclomatic(),
                false,
                failed.cost(),
                failed.validators(),
                failed.diagnostics());
    }
}
