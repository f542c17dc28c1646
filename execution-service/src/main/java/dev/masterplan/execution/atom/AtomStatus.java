package dev.masterplan.execution.atom;

import dev.masterplan.execution.validation.ValidatorResult;
import dev.masterplan.messaging.event.AtomState;
import java.math.BigDecimal;
import java.util.List;

/** How an atom stands; immutable. @param diagnostics of its last refused attempt */
public record AtomStatus(
        AtomState state,
        String reason,
        int ladder,
        int retries,
        int cyclomatic,
        boolean byPerson,
        BigDecimal cost,
        List<ValidatorResult> validators,
        List<String> diagnostics) {

    public static AtomStatus pending() {
        return new AtomStatus(AtomState.PENDING, null, 1, 0, 0, false, BigDecimal.ZERO, List.of(), List.of());
    }

    /** READY for a new ladder. */
    public AtomStatus newLadder(String why) {
        return new AtomStatus(AtomState.READY, why, ladder + 1, 0, cyclomatic, false, cost, List.of(), List.of());
    }

    /** COMPLETED by what a person wrote. */
    public AtomStatus byPerson(int complexity) {
        return new AtomStatus(
                AtomState.COMPLETED, "by person", ladder, retries, complexity, true, cost, validators, diagnostics);
    }

    public AtomStatus to(AtomState next, String why) {
        return new AtomStatus(next, why, ladder, retries, cyclomatic, byPerson, cost, validators, diagnostics);
    }
}
