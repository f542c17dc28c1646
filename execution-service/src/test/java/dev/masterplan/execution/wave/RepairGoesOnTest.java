package dev.masterplan.execution.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.attempt.Judge;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.journal.Sql;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.memory.RunStore;
import dev.masterplan.execution.run.Approvals;
import dev.masterplan.execution.run.Events;
import dev.masterplan.execution.validation.ValidationReport;
import dev.masterplan.execution.validation.ValidatorResult;
import dev.masterplan.execution.workspace.FileVersion;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.Engine;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A repair round that was interrupted. */
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
        MasterPlanApproved approved = Approvals.of("notes", new Engine("blueprint", 7L), false);
        Events.send(approved);
        int runNo = await().atMost(Duration.ofSeconds(60)).until(() -> ready(approved), no -> no > 0);
        RunMemory memory = ((RunStore.Loaded.Ready) engine.store().load(runNo)).memory();
        Atom atom = memory.plan().atomsOfWave(1).stream()
                .filter(a -> !a.check() && memory.plan().graph().dependsOn(a.no()).length == 0)
                .findFirst()
                .orElseThrow();
        memory.wrote(atom, FileVersion.of(atom.file(), 1, new byte[] {'1'}, atom.number()));
        RunEvents events = new RunEvents(memory, engine.clock());

        // When
        WaveOutcome outcome = new RepairRound(refusing(), memory, events, () -> false).repair(1, List.of(atom));

        // Then
        assertThat(outcome).isEqualTo(new WaveOutcome.Ended(false));
        assertThat(memory.atom(atom).state()).isEqualTo(AtomState.COMPLETED);
        Row row = Sql.rows(pool, "select * from atom where run_no = $1 and atom_no = $2", runNo, atom.number())
                .getFirst();
        assertThat(row.getString("state")).isEqualTo("COMPLETED");
        assertThat(row.getString("reason")).isEqualTo("the repair failed, the file is as it was");
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
