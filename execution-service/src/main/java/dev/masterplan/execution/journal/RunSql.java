package dev.masterplan.execution.journal;

import dev.masterplan.execution.journal.Statement.Guarded;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.transition.Transition.AtomApproved;
import dev.masterplan.execution.transition.Transition.AtomChanged;
import dev.masterplan.execution.transition.Transition.CommandEnded;
import dev.masterplan.execution.transition.Transition.CostWarned;
import dev.masterplan.execution.transition.Transition.FileEdited;
import dev.masterplan.execution.transition.Transition.LimitsChanged;
import dev.masterplan.execution.transition.Transition.Released;
import dev.masterplan.execution.transition.Transition.RepairBegun;
import dev.masterplan.execution.transition.Transition.RunChanged;
import dev.masterplan.execution.transition.Transition.TestCorrected;
import dev.masterplan.execution.transition.Transition.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** SQL of the changes of a run that are no attempt and no wave. */
final class RunSql {

    private static final String CHANGE_ATOM = """
            update atom set state = $4, reason = $5, ladder = ladder + $6,
              retries = case when $6 = 1 then 0 else retries end,
              by_person = case when $6 = 1 then false else by_person end
            where run_no = $1 and atom_no = $2 and state = any($3)""";
    private static final String BEGIN_REPAIR = """
            update atom set state = 'READY', reason = $4, ladder = ladder + 1, retries = 0, by_person = false,
              repair_wave = $3
            where run_no = $1 and atom_no = $2 and state = 'COMPLETED'""";
    private static final String CHANGE_RUN = """
            update run set state = $3, reason = $4, cure = $5,
              started_at = case when $3 = 'RUNNING' then coalesce(started_at, now()) else started_at end,
              ended_at = case when $6 then now() end
            where no = $1 and state = any($2)""";
    private static final String TOUCH_RUN = "update run set state = state where no = $1";
    private static final String RELEASE = "update run set owner = null where no = $1";
    private static final String EDIT_ATOM = """
            update atom set state = 'COMPLETED', reason = 'by person', by_person = true, cyclomatic = $3,
              ended_at = now()
            where run_no = $1 and atom_no = $2""";
    private static final String APPROVE_ATOM =
            "update atom set by_person = true where run_no = $1 and atom_no = $2 and state = 'COMPLETED'";
    private static final String CORRECT_TEST = """
            update acceptance_test set file = $3, corrected_by = $4, correction_reason = $5, state = 'NOT_DUE',
              text = null, evidence = null
            where run_no = $1 and test_id = $2""";
    private static final String CHANGE_LIMITS =
            "update budget set plan_soft = $2, plan_hard = $3, soft = $4, hard = $5 where plan = $1";
    private static final String WARN = "update budget set warned = $2 where plan = $1 and warned < $2";
    private static final String END_COMMAND =
            "update run_command set state = $2, text = $3, done_at = now() where id = $1 and state = 'PENDING'";

    private RunSql() {}

    static Guarded atomChanged(AtomChanged t) {
        return Guarded.of(Statement.of(
                CHANGE_ATOM,
                t.run().no(),
                t.atom().number(),
                names(t.from()),
                t.to().name(),
                AttemptSql.printable(t.reason()),
                t.newLadder() ? 1 : 0));
    }

    static Guarded runChanged(RunChanged t) {
        return Guarded.of(Statement.of(
                CHANGE_RUN,
                t.run().no(),
                names(t.from()),
                t.to().name(),
                AttemptSql.printable(t.reason()),
                t.cure(),
                t.to().ended()));
    }

    static Guarded fileEdited(FileEdited t) {
        return Guarded.of(
                Statement.of(EDIT_ATOM, t.run().no(), t.atom().number(), t.cyclomatic()),
                AttemptSql.file(t.run(), t.file(), "person"));
    }

    static Guarded atomApproved(AtomApproved t) {
        return Guarded.of(Statement.of(APPROVE_ATOM, t.run().no(), t.atom().number()));
    }

    static Guarded testCorrected(TestCorrected t) {
        return Guarded.of(
                Statement.of(
                        CORRECT_TEST,
                        t.run().no(),
                        t.testId(),
                        t.file().path(),
                        t.by(),
                        AttemptSql.printable(t.reason())),
                AttemptSql.file(t.run(), t.file(), "person"));
    }

    static Guarded limitsChanged(LimitsChanged t) {
        return Guarded.of(
                Statement.of(CHANGE_LIMITS, t.run().masterplanId(), t.planSoft(), t.planHard(), t.soft(), t.hard()));
    }

    static Guarded costWarned(CostWarned t) {
        return Guarded.of(Statement.of(WARN, t.run().masterplanId(), t.level()));
    }

    /** The effects are guarded too, so that a command is carried out whole or not at all. */
    static Guarded commandEnded(CommandEnded t) {
        List<Statement> then = new ArrayList<>();
        for (Transition effect : t.effects()) {
            Guarded writes = TransitionSql.of(effect);
            then.add(writes.guard().touchingOneRow());
            then.addAll(writes.then());
        }
        return new Guarded(
                Statement.of(END_COMMAND, t.command(), t.done() ? "DONE" : "REFUSED", AttemptSql.printable(t.text())),
                then);
    }

    static Guarded repairBegun(RepairBegun t) {
        return Guarded.of(Statement.of(
                BEGIN_REPAIR, t.run().no(), t.atom().number(), t.wave(), AttemptSql.printable(t.reason())));
    }

    static Guarded told(Told t) {
        return Guarded.of(Statement.of(TOUCH_RUN, t.run().no()));
    }

    static Guarded released(Released t) {
        return Guarded.of(Statement.of(RELEASE, t.run().no()));
    }

    static String[] names(Set<? extends Enum<?>> states) {
        return states.stream().map(Enum::name).toArray(String[]::new);
    }
}
