package dev.masterplan.execution.transition;

import dev.masterplan.execution.cost.BudgetDecision;

/** The journal's answer to one transition. */
public sealed interface Reply {

    /** Durable. */
    record Done() implements Reply {}

    /** The row was not in the state that the transition expects; nothing changed. */
    record WrongState() implements Reply {}

    /** The worst case doesn't fit and no settling can make it fit. */
    record NoBudget(BudgetDecision.Exceeded because) implements Reply {}

    /** This process no longer drives the run; it has to stop. */
    record LeaseLost() implements Reply {}
}
