package dev.masterplan.execution.atom;

/**
 * One request of an atom.
 *
 * @param ladder 1-based; a person's retry and the repair round begin a new one
 * @param number 1-based attempt in the ladder
 * @param call   1-based; grows when the outcome of a call is unknown and it is made again
 */
public record AttemptKey(int ladder, int number, int call) {

    public AttemptKey nextCall() {
        return new AttemptKey(ladder, number, call + 1);
    }

    public AttemptKey nextAttempt() {
        return new AttemptKey(ladder, number + 1, 1);
    }
}
