package dev.masterplan.planner.masterplan;

import static dev.masterplan.planner.masterplan.PlanCommand.APPROVE;
import static dev.masterplan.planner.masterplan.PlanCommand.DEFER;
import static dev.masterplan.planner.masterplan.PlanCommand.GENERATE;
import static dev.masterplan.planner.masterplan.PlanCommand.REJECT;

import java.util.Set;

/** Status of a plan version, and the commands that it takes. */
public enum PlanStatus {
    /** Being read and planned; survives a crash by starting again. */
    GENERATING(Set.of(GENERATE)),
    /** Waits for a person. */
    DRAFT(Set.of(APPROVE, REJECT, DEFER)),
    /** Handed to execution; never changes again. */
    APPROVED(Set.of()),
    /** Put away by a person, still readable. */
    REJECTED(Set.of()),
    /** No sentence of the brief was understood: there is no plan. */
    NOT_UNDERSTOOD(Set.of()),
    /** The author broke off: there is no plan. */
    FAILED(Set.of());

    private final Set<PlanCommand> commands;

    PlanStatus(Set<PlanCommand> commands) {
        this.commands = commands;
    }

    public boolean takes(PlanCommand command) {
        return commands.contains(command);
    }
}
