package dev.masterplan.execution.run;

import dev.masterplan.execution.acceptance.Preparation;
import dev.masterplan.execution.engine.BlockedBy;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.engine.RunHistory;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.memory.RunPlan;
import dev.masterplan.execution.memory.TestFiles;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.transition.Transition.Commit;
import dev.masterplan.execution.transition.Transition.TestRow;
import dev.masterplan.execution.transition.Transition.WaveRow;
import dev.masterplan.execution.workspace.FileVersion;
import dev.masterplan.execution.workspace.WaveCommit;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.event.RunState;
import dev.masterplan.messaging.plan.TestSpecification;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** PREPARING: atoms, waves, and acceptance tests that are red on two stubs, committed before any code. */
final class RunPreparation {

    private final RunEngine engine;
    private final RunMemory memory;
    private final RunPlan plan;
    private final MasterPlanApproved approved;
    private final RunEvents events;

    RunPreparation(RunEngine engine, RunMemory memory) {
        this.engine = engine;
        this.memory = memory;
        this.plan = memory.plan();
        this.approved = plan.approved();
        this.events = new RunEvents(memory, engine.clock());
    }

    /** Repeatable: the same plan gives the same atoms, tests and commit. */
    DriverStep prepare() {
        List<TestSpecification> specifications = plan.tests();
        tellStart(specifications.size());
        if (approved.withoutTests()) {
            return begin(Map.of(), "NOT_PROVED", 0);
        }
        if (!engine.tools().sandbox().available()) {
            return block(BlockedBy.SANDBOX, engine.tools().sandbox().version());
        }
        try {
            Map<String, String> files = engine.tools().testAuthor().write(approved.discovery(), specifications);
            tell(events.updates().of("acceptance_tests_progress", Map.of("total", specifications.size())));
            return switch (engine.tools().suite().prepare(specifications, files)) {
                case Preparation.Prepared red -> begin(files, "NOT_DUE", specifications.size());
                case Preparation.NotWritten not -> block(BlockedBy.TESTS_NOT_WRITTEN, not.reason());
            };
        } catch (IllegalArgumentException e) {
            return block(BlockedBy.TESTS_NOT_WRITTEN, e.getMessage());
        } catch (UncheckedIOException e) {
            return block(BlockedBy.DISK, BlockedBy.disk(e));
        }
    }

    private DriverStep begin(Map<String, String> tests, String state, int red) {
        List<FileVersion> files = tests.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> FileVersion.of(e.getKey(), 1, e.getValue().getBytes(StandardCharsets.UTF_8), 0))
                .toList();
        RunState to = approved.start() ? RunState.RUNNING : RunState.READY;
        Commit commit = files.isEmpty() ? null : commit(files);
        var prepared = new Transition.Prepared(
                memory.ref(),
                plan.atoms(),
                waves(),
                testRows(tests, state),
                files,
                engine.tools().sandbox().name(),
                commit,
                to,
                null,
                null,
                says(to, red));
        if (!(engine.journal().submit(prepared) instanceof Reply.Done)) {
            return DriverStep.ABANDON;
        }
        history().point(commit == null ? null : commit.id());
        return DriverStep.AGAIN;
    }

    private Says says(RunState to, int red) {
        Says changed = events.changed(RunState.PREPARING, to, null, null);
        List<LiveUpdate> live = new ArrayList<>();
        live.add(events.updates()
                .of("acceptance_tests_complete", Map.of("total", plan.tests().size(), "red_on_stubs", red)));
        live.addAll(changed.live());
        return new Says(live, changed.events());
    }

    private List<WaveRow> waves() {
        return IntStream.rangeClosed(1, plan.totalWaves())
                .mapToObj(n -> new WaveRow(n, plan.waveId(memory.ref().id(), n), plan.nameOfWave(n)))
                .toList();
    }

    private List<TestRow> testRows(Map<String, String> files, String state) {
        return plan.tests().stream()
                .map(t -> new TestRow(t.id(), plan.dueFromWave(t), TestFiles.of(t, files.keySet()), state, null))
                .toList();
    }

    private Commit commit(List<FileVersion> files) {
        return history()
                .write(
                        new WaveCommit(
                                files,
                                "Acceptance tests, red on both stubs",
                                0,
                                1,
                                approved.approvedAt(),
                                memory.ref().id().toString(),
                                List.of(),
                                List.of(),
                                memory.ref().traceId()),
                        null);
    }

    private RunHistory history() {
        return new RunHistory(engine, memory.ref().no(), memory.ref().id());
    }

    private DriverStep block(BlockedBy by, String detail) {
        String reason = by.reason(detail);
        var changed = new Transition.RunChanged(
                memory.ref(),
                Set.of(RunState.PREPARING),
                RunState.BLOCKED,
                reason,
                by.cure(),
                events.changed(RunState.PREPARING, RunState.BLOCKED, reason, by.cure()));
        return engine.journal().submit(changed) instanceof Reply.Done ? DriverStep.AGAIN : DriverStep.ABANDON;
    }

    /** At once: whoever approved sees that it begins, and how large it is, before the tests are written. */
    private void tellStart(int tests) {
        List<LiveUpdate> live = new ArrayList<>();
        if (approved.start()) {
            live.add(events.executionStart());
        }
        live.add(events.updates().of("acceptance_tests_start", Map.of("total", tests)));
        tell(live.toArray(LiveUpdate[]::new));
    }

    private void tell(LiveUpdate... updates) {
        engine.journal().submit(new Transition.Told(memory.ref(), Says.live(updates)));
    }
}
