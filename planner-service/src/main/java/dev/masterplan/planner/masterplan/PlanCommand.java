package dev.masterplan.planner.masterplan;

/** What can be done to a plan version. */
public enum PlanCommand {
    /** Store the outcome of reading and planning. */
    GENERATE,
    APPROVE,
    REJECT,
    /** Make the next draft of it. */
    EDIT,
    /** Make the next draft of any version's content. */
    REDRAFT,
    /** Take a draft back. */
    DISCARD
}
