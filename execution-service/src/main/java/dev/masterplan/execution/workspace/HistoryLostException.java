package dev.masterplan.execution.workspace;

/** Git does not hold a commit of the run, and the rows that it was made of are gone too. */
public final class HistoryLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public HistoryLostException(String commit) {
        super("commit %s is in no repository and can't be made from its rows".formatted(commit));
    }
}
