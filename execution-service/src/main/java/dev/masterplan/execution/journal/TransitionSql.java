package dev.masterplan.execution.journal;

import dev.masterplan.execution.journal.Statement.Guarded;
import dev.masterplan.execution.transition.Transition;

/** What each transition writes; a new transition does not compile until it is decided here. */
final class TransitionSql {

    private TransitionSql() {}

    static Guarded of(Transition transition) {
        return switch (transition) {
            case Transition.Admitted t -> AttemptSql.admitted(t);
            case Transition.Answered t -> AttemptSql.answered(t);
            case Transition.Lost t -> AttemptSql.lost(t);
            case Transition.Accepted t -> AttemptSql.accepted(t);
            case Transition.Rejected t -> AttemptSql.rejected(t);
            case Transition.Withdrawn t -> AttemptSql.withdrawn(t);
            case Transition.AtomChanged t -> RunSql.atomChanged(t);
            case Transition.Prepared t -> WaveSql.prepared(t);
            case Transition.WaveStarted t -> WaveSql.started(t);
            case Transition.WaveEnded t -> WaveSql.ended(t);
            case Transition.RunChanged t -> RunSql.runChanged(t);
            case Transition.FileEdited t -> RunSql.fileEdited(t);
            case Transition.AtomApproved t -> RunSql.atomApproved(t);
            case Transition.TestCorrected t -> RunSql.testCorrected(t);
            case Transition.LimitsChanged t -> RunSql.limitsChanged(t);
            case Transition.CostWarned t -> RunSql.costWarned(t);
            case Transition.RepairBegun t -> RunSql.repairBegun(t);
            case Transition.CommandEnded t -> RunSql.commandEnded(t);
            case Transition.Told t -> RunSql.told(t);
            case Transition.Released t -> RunSql.released(t);
        };
    }
}
