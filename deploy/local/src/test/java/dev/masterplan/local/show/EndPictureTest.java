package dev.masterplan.local.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.local.client.Views.AtomCounts;
import dev.masterplan.local.client.Views.Execution;
import dev.masterplan.local.client.Views.TestCounts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndPictureTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final EndPicture picture = new EndPicture(new Terminal(out, out, false, false));

    @Test
    void shouldNameWhatIsNotProvedWhenTheRunHasGaps() {
        picture.show(run("COMPLETED_WITH_GAPS", "R-003 is deferred", "see the certificate", false), 38, 11, 2);

        assertThat(text())
                .contains("Completed with gaps in 38 s.  MUST 33/33  SHOULD 8/8   commits 11   reviews 2")
                .contains("deferred: R-003")
                .contains("gaps: R-003 is deferred");
    }

    @Test
    void shouldSayWhyAndTheCureWhenTheRunIsBlocked() {
        picture.show(run("BLOCKED", "gate: R-007", "edit a file", false), 38, 11, 1);

        assertThat(text()).contains("why: gate: R-007").contains("cure: edit a file");
    }

    @Test
    void shouldInviteToARehearsalUnlessItWasOne() {
        picture.next("/tmp/x", run("COMPLETED", null, null, false));
        assertThat(text()).contains("see faults:");

        written.reset();
        picture.next("/tmp/x", run("COMPLETED", null, null, true));
        assertThat(text()).doesNotContain("see faults:").contains("trace t");
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private static Execution run(String state, String reason, String cure, boolean rehearsal) {
        return new Execution(
                "e",
                "m",
                "Notes",
                state,
                reason,
                cure,
                3,
                3,
                new AtomCounts(2, 2, 0, 0, 0, 0),
                new TestCounts(33, 33, 8, 8),
                null,
                rehearsal,
                "t",
                "c",
                List.of(),
                List.of("R-003"),
                null);
    }
}
