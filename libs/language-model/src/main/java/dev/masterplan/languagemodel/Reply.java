package dev.masterplan.languagemodel;

import java.math.BigDecimal;

/** What came of a call. */
public sealed interface Reply permits Reply.Answer, Reply.Unusable, Reply.NoBudget, Trouble {

    /**
     * A whole answer in the form that was asked for.
     *
     * @param text JSON without fences where JSON was asked for
     * @param cost in USD, exact
     */
    record Answer(String text, Finish finish, Usage usage, BigDecimal cost) implements Reply {}

    /**
     * Paid for, and no good.
     *
     * @param cost in USD, exact
     */
    record Unusable(Why why, String text, Usage usage, BigDecimal cost) implements Reply {}

    /**
     * The plan's money does not allow the call: nothing was sent.
     *
     * @param text for a person
     */
    record NoBudget(String text) implements Reply {}

    /** What is wrong with an answer. */
    enum Why {
        /** It ends at the token limit. */
        LENGTH,
        REFUSED,
        EMPTY,
        NOT_JSON,
        WRONG_SHAPE,
        /** It ended for a reason that is not known here. */
        OTHER_END
    }

    /** Why a model stopped. */
    enum Finish {
        STOP,
        TOOL_CALLS,
        LENGTH,
        REFUSAL,
        /** A reason that only this provider knows. */
        OTHER
    }
}
