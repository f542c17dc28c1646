package dev.masterplan.execution.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.memory.RunPlan;
import dev.masterplan.execution.run.Approvals;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.Engine;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A viewer gets to see each fault: none waits behind a gate that another one keeps closed. */
class RehearsalFaultsTest {

    @ParameterizedTest
    @CsvSource({
        "notes,   app/features/note/api.py, app/features/note/api.py, false",
        "library, app/features/book/api.py, app/features/copy/api.py, true"
    })
    void shouldPutTheFaultThatRepairMendsBeforeTheOneThatStays(
            String example, String repaired, String stays, boolean opens) {
        // Given
        MasterPlanApproved approved = rehearsal(example);

        // When
        RehearsalFaults faults = RehearsalFaults.of(approved, 7);

        // Then
        assertThat(faults.repaired().file()).isEqualTo(repaired);
        assertThat(faults.stays().file()).isEqualTo(stays);
        assertThat(faults.opens()).isEqualTo(opens);
        assertThat(faults.repaired().wave() < faults.stays().wave()).isEqualTo(opens);
        assertThat(differs(approved, repaired)).isTrue();
        assertThat(differs(approved, stays)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"notes", "library"})
    void shouldShowWhatAValidatorSeesBeforeAGateCloses(String example) {
        // Given
        MasterPlanApproved approved = rehearsal(example);
        Map<UUID, Integer> waves =
                plan(approved).atoms().stream().collect(java.util.stream.Collectors.toMap(Atom::subtaskId, Atom::wave));

        LongStream.range(0, 50).forEach(seed -> {
            // When
            RehearsalFaults faults = RehearsalFaults.of(approved, seed);

            // Then
            assertThat(waves.get(faults.mended())).as("seed " + seed).isLessThanOrEqualTo(waves.get(faults.stubborn()));
            assertThat(waves.get(faults.stubborn()))
                    .isLessThanOrEqualTo(faults.repaired().wave());
            assertThat(waves.get(faults.busy()))
                    .isLessThanOrEqualTo(faults.repaired().wave());
        });
    }

    @Test
    void shouldSayWhatThereIsToSeeAndWhatThePlanIsTooSmallFor() {
        assertThat(RehearsalFaults.told(rehearsal("library")))
                .hasSize(5)
                .anySatisfy(line ->
                        assertThat(line).startsWith("app/features/book/api.py").endsWith("the gate opens"))
                .noneMatch(line -> line.contains("too small"));
        assertThat(RehearsalFaults.told(rehearsal("notes")))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("app/features/note/api.py")
                        .contains("too small for a gate that opens"));
        assertThat(RehearsalFaults.told(Approvals.notes())).isEmpty();
    }

    /** The author writes the last link of the file otherwise than the engine that it rehearses. */
    private static boolean differs(MasterPlanApproved approved, String file) {
        Atom atom = plan(approved).lastLinkOf(file);
        CodeTask task = new CodeTask(approved, atom, null, Map.of(), true, 1, 1, 0.7, false, null);
        var good = (CodeAuthor.Answer) new BlueprintCodeAuthor().write(task);
        var faulty = (CodeAuthor.Answer) new RehearsalCodeAuthor(new BlueprintCodeAuthor(), 7).write(task);
        return !faulty.text().equals(good.text());
    }

    private static RunPlan plan(MasterPlanApproved approved) {
        return ((RunPlan.Result.Runs) RunPlan.of(new UUID(0, 1), approved)).plan();
    }

    private static MasterPlanApproved rehearsal(String example) {
        return Approvals.of(example, new Engine("blueprint", 7L), true);
    }
}
