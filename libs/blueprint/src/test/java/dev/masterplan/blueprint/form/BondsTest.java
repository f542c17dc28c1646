package dev.masterplan.blueprint.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.blueprint.Blueprint;
import dev.masterplan.messaging.plan.Discovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which references and records stay because of what sentences did to others. */
class BondsTest {

    private static final String KEYS = """
            # Keys

            A house wants a service in Python to hand out keys.

            ## Data
            - Key: label (text, required), status (one of: here, away; default here; set by the program), used (yes/no, default no, set by the program)
            - Visit: key (required), guest (text, required), status

            ## Rules
            - A visit goes planned → started → ended, or planned → dropped.
            - %s
            """;

    @Test
    void shouldKeepWhatOthersGoBy() throws IOException {
        // When
        Discovery library = read(Files.readString(Path.of("../../docs/examples/library.md")));
        Bonds bonds = bonds(library);

        // Then
        assertThat(bonds.fixed("Loan")).containsExactly("copy_id");
        assertThat(bonds.fixed("Reservation")).containsExactly("book_id", "copy_id");
        assertThat(bonds.fixed("Copy")).isEmpty();
        assertThat(bonds.held("Loan")).containsExactly("open");
        assertThat(bonds.held("Reservation")).isEmpty();
        assertThat(library.assumptions())
                .contains(
                        "The copy of each loan can't be changed once it is made (409): other sentences go by it.",
                        "No loan that is open can be deleted (409): a step of it still takes back what was done to another.");
    }

    @Test
    void shouldHoldARecordOnlyWhileItsStepsTakeSomethingBack() {
        Bonds bonds =
                bonds(read(KEYS.formatted("Starting a visit makes its key away. Ending a visit makes its key here.")));

        assertThat(bonds.fixed("Visit")).containsExactly("key_id");
        assertThat(bonds.held("Visit")).containsExactly("started");
    }

    @Test
    void shouldHoldNoRecordWhoseEffectIsForGood() {
        Bonds bonds = bonds(read(KEYS.formatted("Starting a visit makes its key away.")));

        assertThat(bonds.fixed("Visit")).containsExactly("key_id");
        assertThat(bonds.held("Visit")).isEmpty();
    }

    private static Discovery read(String brief) {
        return Blueprint.read(new UUID(1, 9), brief);
    }

    private static Bonds bonds(Discovery discovery) {
        return new Bonds(
                Forms.covered(discovery).stream().map(ReadSentence::form).toList(), discovery.aggregates());
    }
}
