package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fault that no author mends blocks the run at a gate; a person edits the file, and it goes on to its end. */
@Tag("slow")
@ExtendWith(StackExtension.class)
class RehearsalTest {

    private static final String MARK = "[rehearsal, faults injected] ";

    @Test
    void shouldBlockAtTheGateWhenNoAuthorMendsTheFault(Rehearsed rehearsed) {
        assertThat(rehearsed.blocked().output()).contains("seed " + Rehearsed.SEED, "why: gate: ", "cure: edit a file");
        assertThat(rehearsed.blocked().output().lines()).allMatch(line -> line.startsWith(MARK));
        assertThat(rehearsed.result().path("status").asText()).isEqualTo("BLOCKED");
    }

    @Test
    void shouldDeliverTheProgramWhenThePersonEditedTheFile(Rehearsed rehearsed, BuiltNotes notes) {
        assertThat(rehearsed.resumed().status())
                .as(rehearsed.resumed().output())
                .isZero();
        assertThat(rehearsed.resumed().output()).contains(MARK + "Completed in");
        assertThat(RunningProduct.git(rehearsed.out(), "rev-parse", "HEAD^{tree}"))
                .isEqualTo(notes.tree());
    }
}
