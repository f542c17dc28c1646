package dev.masterplan.languagemodel;

import java.util.Objects;
import java.util.UUID;

/**
 * What a ledger row is about; a request on the wire has its own.
 *
 * @param subject id of what is asked for within the plan: an atom, a message, a piece of the plan
 * @param attempt from 1; another one because the answer was no good
 * @param call    from 1; another one because the outcome of the last is unknown
 */
public record CallKey(UUID plan, Role role, String subject, int attempt, int call) {

    public CallKey {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(subject, "subject");
    }

    public CallKey nextCall() {
        return new CallKey(plan, role, subject, attempt, call + 1);
    }
}
