package dev.masterplan.execution.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.blueprint.Blueprint;
import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.atom.AttemptKey;
import dev.masterplan.execution.attempt.Judge;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.journal.Sql;
import dev.masterplan.execution.memory.Judgements.Judged;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.memory.RunStore;
import dev.masterplan.execution.run.Approvals;
import dev.masterplan.execution.run.AskedRun;
import dev.masterplan.execution.run.Events;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.transition.Transition.TestOutcome;
import dev.masterplan.execution.validation.ValidationReport;
import dev.masterplan.execution.validation.ValidatorResult;
import dev.masterplan.execution.workspace.FileVersion;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.GateResult.Verdict;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.TestSpecification;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A repair round that was interrupted, by a crash or by a person. */
@QuarkusTest
class RepairGoesOnTest {

    private static final Judge REFUSES = candidate ->
            new ValidationReport(List.of(new ValidatorResult("any", "1", 1, true, false, List.of("no"), 0)), 0);

    @Inject
    Pool pool;

    @Inject
    RunEngine engine;

    @Test
    void shouldKeepTheFileThatWasGoodWhenARepairThatGoesOnFails() {
        // Given
        RunMemory memory = readyRun();
        Atom atom = first(memory);
        memory.wrote(atom, FileVersion.of(atom.file(), 1, new byte[] {'1'}, atom.number()));

        // When
        WaveOutcome outcome = repairs(refusing(), memory).repair(1, List.of(atom));

        // Then
        assertThat(outcome).isEqualTo(new WaveOutcome.Ended(false));
        assertThat(memory.atom(atom).state()).isEqualTo(AtomState.COMPLETED);
        assertThat(row(memory, atom).getString("state")).isEqualTo("COMPLETED");
        assertThat(row(memory, atom).getString("reason")).isEqualTo("the repair failed, the file is as it was");
    }

    @Test
    void shouldKeepTheFileThatWasGoodWhenTheProcessDiesRightAfterARepairHasFailed() {
        // Given
        RunMemory before = readyRun();
        Atom atom = first(before);
        var file = FileVersion.of(atom.file(), 1, new byte[] {'1'}, atom.number());
        engine.journal().submit(new Transition.FileEdited(before.ref(), atom, file, 0, Says.nothing()));
        engine.journal().submit(new Transition.RepairBegun(before.ref(), atom, 1, "repair", Says.nothing()));
        RunMemory failing = load(before.ref().no());
        new WaveWork(refusing(), failing, new RunEvents(failing, engine.clock()), () -> false)
                .run(1, List.of(atom), List.of("a test fails"));
        assertThat(row(before, atom).getString("state")).isEqualTo("FAILED");

        // When
        RunMemory after = load(before.ref().no());
        WaveOutcome outcome = repairs(engine, after).repair(1, List.of());

        // Then
        assertThat(outcome).isEqualTo(new WaveOutcome.Ended(false));
        assertThat(row(before, atom).getString("state")).isEqualTo("COMPLETED");
        assertThat(row(before, atom).getString("reason")).isEqualTo("the repair failed, the file is as it was");
    }

    @Test
    void shouldRepairNothingMoreWhenAnEditHasMendedWhatFailed() {
        // Given
        RunMemory memory = readyRun();
        written(memory);
        int wave = memory.plan().totalWaves();
        TestSpecification failed = memory.plan().tests().getFirst();
        memory.tests().put(failed.id(), new TestOutcome(failed.id(), TestOutcome.FAILED, "404", new byte[0], 1));
        memory.gates().put(wave, new Judged(1, Verdict.BLOCKED, "the tree before the edit", false));
        Atom begun = memory.plan().lastLinkOf("app/features/note/store.py");
        memory.set(begun, memory.atom(begun).newLadder("repair"));
        memory.repairedIn(begun, wave);

        // When
        WaveOutcome outcome = repairs(engine, memory).repair(wave, List.of(begun));

        // Then
        assertThat(outcome).isEqualTo(new WaveOutcome.Ended(false));
        assertThat(memory.plan().atoms().stream().filter(a -> memory.repaired(a, wave)))
                .containsExactly(begun);
        assertThat(row(memory, begun).getString("state")).isEqualTo("COMPLETED");
        assertThat(row(memory, begun).getString("reason")).isEqualTo("not repaired: what failed is green");
    }

    @Test
    void shouldTakeAPersonsFileWhileItsRepairHasNotBegunAndNoneWhileARequestIsOnItsWay() {
        // Given
        MasterPlanApproved approved = Approvals.of("notes", new Engine("blueprint", 7L), false);
        AskedRun run = AskedRun.of(approved, "READY");
        RunMemory memory = load(ready(approved));
        run.carriedOut(Map.of("command", "pause"));
        Atom atom = first(memory);
        String code = Blueprint.code(approved.discovery(), approved.plan(), approved.tests(), atom.subtaskId())
                .orElseThrow();
        var file = FileVersion.of(atom.file(), 1, code.getBytes(StandardCharsets.UTF_8), atom.number());
        Map<String, Object> edit = Map.of("command", "edit_file", "path", atom.file(), "content", code + "\n");

        // When
        String untouched = run.carriedOut(edit).getString("text");
        engine.journal().submit(new Transition.FileEdited(memory.ref(), atom, file, 0, Says.nothing()));
        engine.journal().submit(new Transition.RepairBegun(memory.ref(), atom, 1, "repair", Says.nothing()));
        JsonPath waiting = run.carriedOut(edit);
        engine.journal().submit(new Transition.RepairBegun(memory.ref(), atom, 1, "repair", Says.nothing()));
        var request =
                new Transition.Admitted(memory.ref(), atom, new AttemptKey(3, 1, 1), BigDecimal.ZERO, Says.nothing());
        engine.journal().submit(request);
        String onItsWay = run.carriedOut(edit).getString("text");

        // Then
        assertThat(untouched).isEqualTo("no atom has worked on " + atom.file());
        assertThat(waiting.getString("state")).as(waiting.prettify()).isEqualTo("DONE");
        assertThat(run.file(atom.file())).isEqualTo(code + "\n");
        assertThat(onItsWay).isEqualTo(atom.file() + " is being written again: edit it when that has ended");
    }

    @Test
    void shouldKnowAfterARestartWhetherAWaveHasHadItsRepairRound() {
        // Given
        RunMemory memory = readyRun();
        judged(memory, 1, 1, Verdict.NOT_PROVED);
        judged(memory, 1, 2, Verdict.BLOCKED);
        judged(memory, 2, 1, Verdict.BLOCKED);
        judged(memory, 2, 2, Verdict.BLOCKED);

        // When
        RunMemory after = load(memory.ref().no());

        // Then
        assertThat(after.gates().get(1).again()).isFalse();
        assertThat(after.gates().get(2).again()).isTrue();
    }

    private void judged(RunMemory memory, int wave, int round, Verdict verdict) {
        var gate = new Transition.GateJudged("tree", verdict, null, 0, 0, 0, 0, List.of(), null);
        engine.journal()
                .submit(new Transition.WaveEnded(
                        memory.ref(), wave, round, "COMPLETED", 1, null, List.of(), List.of(), gate, Says.nothing()));
    }

    /** A run whose files are all there. */
    private static void written(RunMemory memory) {
        MasterPlanApproved approved = memory.plan().approved();
        for (Atom atom : memory.plan().atoms()) {
            String code = Blueprint.code(approved.discovery(), approved.plan(), approved.tests(), atom.subtaskId())
                    .orElseThrow();
            byte[] content = code.getBytes(StandardCharsets.UTF_8);
            memory.wrote(atom, FileVersion.of(atom.file(), memory.nextVersion(atom.file()), content, atom.number()));
            memory.set(atom, memory.atom(atom).to(AtomState.COMPLETED, null));
        }
    }

    private RunMemory readyRun() {
        MasterPlanApproved approved = Approvals.of("notes", new Engine("blueprint", 7L), false);
        Events.send(approved);
        return load(await().atMost(Duration.ofSeconds(60)).until(() -> ready(approved), no -> no > 0));
    }

    private RunMemory load(int runNo) {
        return ((RunStore.Loaded.Ready) engine.store().load(runNo)).memory();
    }

    /** One that rests on no other. */
    private static Atom first(RunMemory memory) {
        return memory.plan().atomsOfWave(1).stream()
                .filter(a -> !a.check() && memory.plan().graph().dependsOn(a.no()).length == 0)
                .findFirst()
                .orElseThrow();
    }

    private RepairRound repairs(RunEngine by, RunMemory memory) {
        return new RepairRound(by, memory, new RunEvents(memory, engine.clock()), () -> false);
    }

    private Row row(RunMemory memory, Atom atom) {
        return Sql.rows(
                        pool,
                        "select * from atom where run_no = $1 and atom_no = $2",
                        memory.ref().no(),
                        atom.number())
                .getFirst();
    }

    private RunEngine refusing() {
        RunEngine.Tools tools = engine.tools();
        return new RunEngine(
                engine.config(),
                engine.journal(),
                engine.store(),
                engine.lease(),
                engine.clock(),
                new RunEngine.Tools(
                        tools.sandbox(),
                        REFUSES,
                        tools.suite(),
                        tools.runner(),
                        tools.testAuthor(),
                        tools.codeAuthors()),
                engine.costWatch(),
                engine.metrics());
    }

    private int ready(MasterPlanApproved approved) {
        return Sql.rows(
                        pool,
                        "select no from run where masterplan_id = $1 and state = 'READY'",
                        approved.masterplanId())
                .stream()
                .map(r -> r.getInteger("no"))
                .findFirst()
                .orElse(0);
    }
}
