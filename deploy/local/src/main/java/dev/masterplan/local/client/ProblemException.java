package dev.masterplan.local.client;

/**
 * The gateway refused a request, in the words of its problem document.
 *
 * <p>{@code status} is 0 when there was no answer at all, negative where asking again would not help.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** There was no answer at all. */
    static final int NO_ANSWER = 0;
    /** There was one, or a request, that is of no use; the next would be none either. */
    static final int OF_NO_USE = -1;

    private final int status;
    private final String traceId;

    public ProblemException(int status, String message, String traceId) {
        super(message);
        this.status = status;
        this.traceId = traceId;
    }

    public int status() {
        return status;
    }

    /** The service was not reached; the same call may well succeed in a moment. */
    public boolean passing() {
        return status == NO_ANSWER || status == 502 || status == 503 || status == 504;
    }

    /** One line for a person. */
    public String line() {
        return getMessage() + (traceId == null ? "" : " (trace " + traceId + ")");
    }
}
