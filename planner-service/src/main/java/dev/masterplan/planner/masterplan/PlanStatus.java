package dev.masterplan.planner.masterplan;

import static dev.masterplan.planner.masterplan.PlanCommand.APPROVE;
import static dev.masterplan.planner.masterplan.PlanCommand.DISCARD;
import static dev.masterplan.planner.masterplan.PlanCommand.EDIT;
import static dev.masterplan.planner.masterplan.PlanCommand.GENERATE;
import static dev.masterplan.planner.masterplan.PlanCommand.REDRAFT;
import static dev.masterplan.planner.masterplan.PlanCommand.REJECT;

import dev.masterplan.planner.refusal.Refusal;
import java.util.Map;
import java.util.Set;

/** Status of a plan version, and the commands that it takes. */
public enum PlanStatus {
    /** Being read and planned; survives a crash by starting again. */
    GENERATING(Set.of(GENERATE)),
    /** Waits for a person. */
    DRAFT(Set.of(APPROVE, REJECT, EDIT, REDRAFT, DISCARD)),
    /** Handed to execution; never changes again: an edit makes a draft of the next version. */
    APPROVED(Set.of(EDIT, REDRAFT)),
    /** Put away by a person, still readable. */
    REJECTED(Set.of(REDRAFT)),
    /** No sentence of the brief was understood: there is no plan. */
    NOT_UNDERSTOOD(Set.of()),
    /** The author broke off: there is no plan. */
    FAILED(Set.of()),
    /** A draft whose place a later draft took, still readable. */
    SUPERSEDED(Set.of()),
    /** A draft that a person took back, still readable. */
    DISCARDED(Set.of());

    private final Set<PlanCommand> commands;

    PlanStatus(Set<PlanCommand> commands) {
        this.commands = commands;
    }

    /** @throws Refusal when it does not take the command; @param version number of the version that has it */
    public void require(PlanCommand command, int version) {
        if (!takes(command)) {
            throw Refusal.conflict(
                    "version " + version + " is " + this + ": it does not take " + command,
                    Map.of("plan_status", this));
        }
    }

    public boolean takes(PlanCommand command) {
        return commands.contains(command);
    }
}
