package dev.masterplan.execution.gate;

import dev.masterplan.execution.acceptance.CertificateFile;
import dev.masterplan.execution.acceptance.TestResult;
import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.engine.BlockedBy;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.engine.RunHistory;
import dev.masterplan.execution.gate.GateFacts.Judgement;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.memory.RunPlan;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Says.Event;
import dev.masterplan.execution.transition.Traces;
import dev.masterplan.execution.transition.Transition.Commit;
import dev.masterplan.execution.transition.Transition.GateJudged;
import dev.masterplan.execution.transition.Transition.Scored;
import dev.masterplan.execution.transition.Transition.WaveEnded;
import dev.masterplan.execution.workspace.TreeHash;
import dev.masterplan.execution.workspace.WaveCommit;
import dev.masterplan.execution.workspace.Workspace;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.plan.TestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Ends a round of a wave: files published and committed, due tests run, confidence computed, Gate S judged; all of it
 * told by WaveCompleted and GateResult in one transaction.
 */
public final class GateRound {

    private final RunEngine engine;
    private final RunMemory memory;
    private final RunPlan plan;
    private final RunEvents events;
    private final long startedAt;
    private Instant judgedAt;

    public GateRound(RunEngine engine, RunMemory memory, RunEvents events) {
        this(engine, memory, events, System.nanoTime());
    }

    /** @param startedAt when the work of this round began, by {@link System#nanoTime} */
    public GateRound(RunEngine engine, RunMemory memory, RunEvents events, long startedAt) {
        this.engine = engine;
        this.memory = memory;
        this.plan = memory.plan();
        this.events = events;
        this.startedAt = startedAt;
        this.judgedAt = engine.clock().instant();
    }

    /** What follows for the run. */
    public sealed interface Result {}

    public record Passed() implements Result {}

    /** Closed when its tests ran for the first time: one repair round follows. */
    public record Repairable() implements Result {}

    public record Stopped(BlockedBy by, String detail) implements Result {}

    public record Abandoned() implements Result {}

    public Result judge(int wave, int round) {
        WaveEnded ended;
        try {
            publish();
            ended = end(wave, round, commit(wave, round));
        } catch (UncheckedIOException e) {
            return new Stopped(BlockedBy.DISK, BlockedBy.disk(e));
        }
        return switch (engine.journal().submit(ended)) {
            case Reply.Done done -> {
                settled(ended);
                yield result(ended.gate(), memory.gates().proved(wave));
            }
            case Reply.WrongState wrong -> new Passed();
            case Reply.NoBudget none -> new Abandoned();
            case Reply.LeaseLost lost -> new Abandoned();
        };
    }

    /**
     * One more round of a run that has ended, on what the memory holds: judged, and not written down yet.
     *
     * @throws UncheckedIOException when git can't be written
     */
    public WaveEnded again() {
        int last = plan.totalWaves();
        int round = memory.gates().round(last) + 1;
        return end(last, round, commit(last, round));
    }

    /** The round is in its rows: files, git and certificate follow. */
    public void show(WaveEnded ended) {
        publish();
        settled(ended);
    }

    /** The tree as the rows say, in the folder, read again by hash. */
    private void publish() {
        Path folder = engine.folder(memory.ref().id());
        Workspace.publish(folder, memory.tree());
        Collection<String> wrong = Workspace.verify(folder, memory.tree());
        if (!wrong.isEmpty()) {
            throw new UncheckedIOException(new IOException("written, and not as it should be: " + wrong));
        }
    }

    private WaveEnded end(int wave, int round, Commit commit) {
        judgedAt = engine.clock().instant();
        boolean partial = plan.atoms().stream().anyMatch(a -> a.wave() <= wave && broken(a));
        Judgement judgement = partial
                ? Judgement.notRun("atoms of the wave failed")
                : new GateTests(engine, memory, events).judge(wave, round, commit == null ? null : commit.id());
        List<Scored> scores = new WaveScores(memory).scores(wave, judgement);
        WaveReport report =
                new WaveReport(memory, events, engine.config(), engine.clock().instant());
        return new WaveEnded(
                memory.ref(),
                wave,
                round,
                partial ? "PARTIAL" : "COMPLETED",
                millis(),
                commit,
                scores,
                judgement.outcomes(),
                judgement.row(TreeHash.of(memory.tree())),
                says(report, wave, round, scores, judgement));
    }

    private void settled(WaveEnded ended) {
        history().point(ended.commit() == null ? null : ended.commit().id());
        if (ended.gate().certificate() != null) {
            CertificateFile.write(engine.folder(memory.ref().id()), ended.gate().certificate());
        }
        Map<String, String> attributes = Map.of(
                "wave.number", Integer.toString(ended.wave()),
                "round", Integer.toString(ended.round()),
                "verdict", ended.gate().verdict().name());
        Instant now = engine.clock().instant();
        Traces.ended(
                memory.ref(),
                null,
                "gate",
                attributes,
                judgedAt,
                now,
                ended.gate().failureReason());
        engine.metrics().waveEnded(ended);
    }

    private RunHistory history() {
        return new RunHistory(engine, memory.ref().no(), memory.ref().id());
    }

    private boolean broken(Atom atom) {
        AtomState state = memory.atom(atom).state();
        return state == AtomState.FAILED || state == AtomState.BLOCKED;
    }

    /** @param again an earlier round has run the wave's tests */
    private Result result(GateJudged gate, boolean again) {
        return switch (gate.verdict()) {
            case OPEN, NOT_APPLICABLE -> new Passed();
            case NOT_RUN -> new Stopped(BlockedBy.FAILED_ATOMS, failedNames());
            case NOT_PROVED ->
                plan.approved().withoutTests() ? new Passed() : new Stopped(BlockedBy.SANDBOX, gate.failureReason());
            case BLOCKED -> again ? new Stopped(BlockedBy.GATE, gate.failureReason()) : new Repairable();
        };
    }

    private String failedNames() {
        return plan.atoms().stream()
                .filter(a -> memory.atom(a).state() == AtomState.FAILED)
                .map(a -> a.name() + ": " + memory.atom(a).reason())
                .limit(3)
                .reduce((a, b) -> a + "; " + b)
                .orElse(null);
    }

    private Says says(WaveReport report, int wave, int round, List<Scored> scores, Judgement judgement) {
        List<LiveUpdate> live = new ArrayList<>();
        live.add(report.waveComplete(wave, round, scores, millis()));
        live.add(report.gateResult(wave, round, judgement));
        return new Says(
                live,
                List.of(
                        new Event(Topic.WAVE_COMPLETED, report.waveCompleted(wave, round, scores, millis())),
                        new Event(Topic.GATE_RESULT, report.gateEvent(wave, round, judgement))));
    }

    private long millis() {
        return (System.nanoTime() - startedAt) / 1_000_000;
    }

    private Commit commit(int wave, int round) {
        if (memory.tree().isEmpty()) {
            return null;
        }
        List<Atom> written = plan.atomsOfWave(wave).stream()
                .filter(a -> memory.atom(a).state() == AtomState.COMPLETED && !a.check())
                .toList();
        WaveCommit commit = new WaveCommit(
                memory.tree(),
                subject(wave, round),
                wave,
                round,
                plan.approved().approvedAt(),
                memory.ref().id().toString(),
                written.stream().map(a -> a.id().toString()).toList(),
                written.stream()
                        .map(a -> Integer.toString(a.taskNumber()))
                        .distinct()
                        .toList(),
                memory.ref().traceId());
        return history().write(commit, memory.head());
    }

    private String subject(int wave, int round) {
        String subject = "Wave %d: %s".formatted(wave, plan.nameOfWave(wave));
        return round == 1 ? subject : subject + " (round " + round + ")";
    }

    /** Tests of a wave that are due: bound tasks done, and what they need. */
    static List<TestSpecification> due(RunPlan plan, int wave) {
        return plan.tests().stream().filter(t -> plan.dueFromWave(t) <= wave).toList();
    }

    /** Result of a test, null when it is missing. */
    static TestResult of(List<TestResult> results, String testId) {
        return results.stream()
                .filter(r -> Objects.equals(r.testId(), testId))
                .findFirst()
                .orElse(null);
    }
}
