package dev.masterplan.planner.masterplan;

/** What can be done to a plan version. */
public enum PlanCommand {
    /** Store the outcome of reading and planning. */
    GENERATE,
    APPROVE,
    REJECT,
    DEFER
}
