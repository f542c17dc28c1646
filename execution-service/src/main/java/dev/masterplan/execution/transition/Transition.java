package dev.masterplan.execution.transition;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.atom.AttemptKey;
import dev.masterplan.execution.workspace.FileVersion;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.GateResult;
import dev.masterplan.messaging.event.RunState;
import dev.masterplan.messaging.event.WaveCompleted.ConfidenceParts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A change of a run that the journal makes durable, or refuses. Each names the state it expects, so that a repeated or
 * late one changes nothing; what it says is published only if it is done.
 */
public sealed interface Transition {

    RunRef run();

    Says says();

    /** What is done in one go, or not at all: this one, and for a command all that it changes. */
    default List<Transition> parts() {
        return List.of(this);
    }

    /** First durable point: the worst case is reserved and the atom is RUNNING, before the call. */
    record Admitted(RunRef run, Atom atom, AttemptKey attempt, BigDecimal worst, Says says) implements Transition {}

    /**
     * Second durable point: the answer is kept and the reservation settled, before the answer is used.
     *
     * @param cost may be the worst case, then {@code estimated}
     */
    record Answered(
            RunRef run,
            Atom atom,
            AttemptKey attempt,
            byte[] answer,
            String usage,
            BigDecimal worst,
            BigDecimal cost,
            boolean estimated,
            Says says)
            implements Transition {}

    /** The outcome of a call is unknown: booked in full and marked estimated; the next request reserves anew. */
    record Lost(RunRef run, Atom atom, AttemptKey attempt, BigDecimal worst, Says says) implements Transition {}

    /** Third durable point: the file is true and the atom COMPLETED. @param file null when nothing had to change */
    record Accepted(
            RunRef run, Atom atom, AttemptKey attempt, FileVersion file, String validators, int cyclomatic, Says says)
            implements Transition {}

    /** Third durable point: refused. @param next admitted in the same commit; null = the atom FAILED */
    record Rejected(
            RunRef run,
            Atom atom,
            AttemptKey attempt,
            List<String> diagnostics,
            String validators,
            Admitted next,
            Says says)
            implements Transition {}

    /** Nobody could answer: the reservation is freed, the atom waits for the cure. */
    record Withdrawn(RunRef run, Atom atom, AttemptKey attempt, BigDecimal worst, String reason, Says says)
            implements Transition {}

    /** An atom changes without an attempt: READY again, BLOCKED or SKIPPED by another's end or a person. */
    record AtomChanged(
            RunRef run, Atom atom, Set<AtomState> from, AtomState to, String reason, boolean newLadder, Says says)
            implements Transition {}

    /** A repair round writes a file again: a new ladder on its last link. @param wave whose round it is */
    record RepairBegun(RunRef run, Atom atom, int wave, String reason, Says says) implements Transition {}

    /** The run has atoms, waves and tests. */
    record Prepared(
            RunRef run,
            List<Atom> atoms,
            List<WaveRow> waves,
            List<TestRow> tests,
            List<FileVersion> files,
            String sandbox,
            Commit commit,
            RunState to,
            String reason,
            String cure,
            Says says)
            implements Transition {}

    /** @param name milestones that the wave works on */
    record WaveRow(int number, UUID id, String name) {}

    /** @param file null when the test could not be written */
    record TestRow(String testId, int dueFromWave, String file, String state, String text) {}

    /** What git's commit is made of; null where nothing is committed. @param tree version of each path */
    record Commit(String id, String parent, String message, Instant at, Map<String, Integer> tree) {}

    record WaveStarted(RunRef run, int wave, Says says) implements Transition {}

    /** A wave or a further round of it ended, with the gate's judgement, in one transaction. */
    record WaveEnded(
            RunRef run,
            int wave,
            int round,
            String state,
            long durationMs,
            Commit commit,
            List<Scored> scores,
            List<TestOutcome> tests,
            GateJudged gate,
            Says says)
            implements Transition {}

    record Scored(int atomNo, double confidence, ConfidenceParts parts) {}

    record TestOutcome(String testId, String state, String text, byte[] evidence, long durationMs) {
        public static final String PASSED = "PASSED";
        public static final String FLAKY = "FLAKY";
        public static final String FAILED = "FAILED";

        /** It passed, at once or twice alone. */
        public boolean green() {
            return green(state);
        }

        public static boolean green(String state) {
            return PASSED.equals(state) || FLAKY.equals(state);
        }
    }

    /** What Gate S said, as it is kept. @param treeHash of the tree it judged; @param certificate JSON, null when nothing was judged */
    record GateJudged(
            String treeHash,
            GateResult.Verdict verdict,
            String failureReason,
            int mustTotal,
            int mustPassed,
            int shouldTotal,
            int shouldPassed,
            List<String> failedRequirements,
            byte[] certificate) {}

    /** @param reason null unless BLOCKED or FAILED; @param cure what a person can do */
    record RunChanged(RunRef run, Set<RunState> from, RunState to, String reason, String cure, Says says)
            implements Transition {}

    /** A person wrote a file. @param atom the file's last link */
    record FileEdited(RunRef run, Atom atom, FileVersion file, int cyclomatic, Says says) implements Transition {}

    /** A person is content with what the atom wrote: it is not scored again until it is written again. */
    record AtomApproved(RunRef run, Atom atom, Says says) implements Transition {}

    /** A person corrected a test; old and new stay. */
    record TestCorrected(RunRef run, String testId, FileVersion file, String by, String reason, Says says)
            implements Transition {}

    /** A person changed the plan's limits; {@code soft} and {@code hard} are execution's share. */
    record LimitsChanged(
            RunRef run, BigDecimal planSoft, BigDecimal planHard, BigDecimal soft, BigDecimal hard, Says says)
            implements Transition {}

    /** A warning was given. @param level 1 = 80 % of soft, 2 = soft */
    record CostWarned(RunRef run, int level, Says says) implements Transition {}

    /**
     * A command of the mailbox was carried out or refused.
     *
     * @param effects all that it changes, none when it is refused; they and the command's end are one
     */
    record CommandEnded(RunRef run, UUID command, boolean done, String text, List<Transition> effects, Says says)
            implements Transition {
        public CommandEnded {
            effects = List.copyOf(effects);
        }

        @Override
        public List<Transition> parts() {
            return Stream.concat(effects.stream(), Stream.of(this)).toList();
        }
    }

    /** Changes nothing, only tells. */
    record Told(RunRef run, Says says) implements Transition {}

    /** The owner lets a run go that has ended. */
    record Released(RunRef run, Says says) implements Transition {}
}
