package dev.masterplan.execution.gate;

import dev.masterplan.execution.acceptance.CertificateFile;
import dev.masterplan.execution.acceptance.TestResult;
import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.engine.BlockedBy;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.gate.GateFacts.Judgement;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.memory.RunPlan;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Says.Event;
import dev.masterplan.execution.transition.Traces;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.transition.Transition.Scored;
import dev.masterplan.execution.workspace.GitProjection;
import dev.masterplan.execution.workspace.WaveCommit;
import dev.masterplan.execution.workspace.Workspace;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.plan.TestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
    private final long startedAt = System.nanoTime();

    public GateRound(RunEngine engine, RunMemory memory, RunEvents events) {
        this.engine = engine;
        this.memory = memory;
        this.plan = memory.plan();
        this.events = events;
    }

    /** One more round of the last wave, after a person changed an ended run; false when it did not let the run pass. */
    public static boolean again(RunEngine engine, RunMemory memory) {
        int last = memory.plan().totalWaves();
        RunEvents events = new RunEvents(memory, engine.clock());
        return switch (new GateRound(engine, memory, events).judge(last, memory.round(last) + 1)) {
            case Stopped stopped -> stopped.by() != BlockedBy.DISK;
            case Passed passed -> true;
            case Repairable repairable -> true;
            case Abandoned abandoned -> false;
        };
    }

    /** What follows for the run. */
    public sealed interface Result {}

    public record Passed() implements Result {}

    /** Closed in round 1: one repair round follows. */
    public record Repairable() implements Result {}

    public record Stopped(BlockedBy by, String detail) implements Result {}

    public record Abandoned() implements Result {}

    public Result judge(int wave, int round) {
        boolean partial = plan.atoms().stream().anyMatch(a -> a.wave() <= wave && broken(a));
        String commit;
        try {
            commit = written(wave, round);
        } catch (UncheckedIOException e) {
            return new Stopped(BlockedBy.DISK, BlockedBy.disk(e));
        }
        return judge(wave, round, partial, commit);
    }

    /** The tree as the rows say, in the folder (read again by hash) and in git. */
    private String written(int wave, int round) {
        Path folder = engine.folder(memory.ref().id());
        Workspace.publish(folder, memory.tree());
        Collection<String> wrong = Workspace.verify(folder, memory.tree());
        if (!wrong.isEmpty()) {
            throw new UncheckedIOException(new IOException("written, and not as it should be: " + wrong));
        }
        return commit(wave, round);
    }

    private Result judge(int wave, int round, boolean partial, String commit) {
        Judgement judgement = partial
                ? Judgement.notRun("atoms of the wave failed")
                : new GateTests(engine, memory, events).judge(wave, round, commit);
        List<Scored> scores = new WaveScores(memory).scores(wave, judgement);
        WaveReport report =
                new WaveReport(memory, events, engine.config(), engine.clock().instant());
        var ended = new Transition.WaveEnded(
                memory.ref(),
                wave,
                round,
                partial ? "PARTIAL" : "COMPLETED",
                millis(),
                commit,
                scores,
                judgement.outcomes(),
                judgement.row(),
                says(report, wave, round, scores, judgement));
        return switch (engine.journal().submit(ended)) {
            case Reply.Done done -> {
                if (judgement.certificate() != null) {
                    CertificateFile.write(engine.folder(memory.ref().id()), judgement.certificate());
                }
                Traces.ended(
                        memory.ref(),
                        null,
                        "gate",
                        Map.of(
                                "wave.number", Integer.toString(wave),
                                "verdict", judgement.verdict().name()),
                        engine.clock().instant().minusMillis(millis()),
                        judgement.why());
                engine.metrics().waveEnded(memory, ended);
                yield result(judgement, round);
            }
            case Reply.WrongState wrong -> new Passed();
            case Reply.NoBudget none -> new Abandoned();
            case Reply.LeaseLost lost -> new Abandoned();
        };
    }

    private boolean broken(Atom atom) {
        AtomState state = memory.atom(atom).state();
        return state == AtomState.FAILED || state == AtomState.BLOCKED;
    }

    private Result result(Judgement judgement, int round) {
        return switch (judgement.verdict()) {
            case OPEN, NOT_APPLICABLE -> new Passed();
            case NOT_RUN -> new Stopped(BlockedBy.FAILED_ATOMS, failedNames());
            case NOT_PROVED ->
                plan.approved().withoutTests() ? new Passed() : new Stopped(BlockedBy.SANDBOX, judgement.why());
            case BLOCKED -> round == 1 ? new Repairable() : new Stopped(BlockedBy.GATE, judgement.why());
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

    private String commit(int wave, int round) {
        if (memory.tree().isEmpty()) {
            return null;
        }
        List<Atom> written = plan.atomsOfWave(wave).stream()
                .filter(a -> memory.atom(a).state() == AtomState.COMPLETED && !a.check())
                .toList();
        try (GitProjection git =
                GitProjection.open(engine.repository(memory.ref().id()))) {
            return git.commit(new WaveCommit(
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
                    memory.ref().traceId()));
        }
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
