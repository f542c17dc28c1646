package dev.masterplan.stubmodel.script;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/** What goes wrong with one call; a status is answered before the first byte and never billed, all else is. */
public enum Fault {
    NONE(0),
    BAD_REQUEST(400),
    UNAUTHORIZED(401),
    RATE_LIMITED(429),
    QUOTA_EXHAUSTED(429),
    SERVER_ERROR(500),
    UNAVAILABLE(503),
    OVERLOADED(529),
    /** Waits before the first byte of the answer, then goes on. */
    SLOW_FIRST_TOKEN(0),
    /** Says half of the answer, then nothing more, with the connection open. */
    STALL(0),
    /** Says half of the answer and ends the response in good order. */
    TRUNCATED(0),
    /** Says half of the answer and closes the connection inside the response. */
    CUT(0),
    /** Says half of the answer and resets the connection. */
    RESET(0),
    /** Half of the answer, then an error as an event of the stream; unstreamed the error comes as status 500. */
    ERROR_IN_STREAM(0),
    MALFORMED_JSON(0),
    WRONG_SCHEMA(0),
    /** Ends at the token limit. */
    LENGTH(0),
    REFUSAL(0),
    /** Talk around the answer in Markdown fences. */
    CODE_FENCES(0),
    TWO_FILES(0),
    WRONG_FILE(0),
    EMPTY(0),
    /** A whole answer without a word on tokens. */
    NO_USAGE(0);

    private final int status;

    Fault(int status) {
        this.status = status;
    }

    /** HTTP status of a refused call; 0 for a call that is worked on and billed. */
    public int status() {
        return status;
    }

    public boolean billed() {
        return status == 0;
    }

    /** {@code rate_limited}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Fault of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
