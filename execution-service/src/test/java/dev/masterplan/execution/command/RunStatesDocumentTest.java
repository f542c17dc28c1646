package dev.masterplan.execution.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.execution.engine.BlockedBy;
import dev.masterplan.messaging.event.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes docs/reference/run-states.md with {@code MASTERPLAN_WRITE_DOCS} set; else it fails when the page is stale. */
class RunStatesDocumentTest {

    private static final Path PAGE = Path.of("../docs/reference/run-states.md");

    @Test
    void shouldDocumentWhatEachStateTakes() throws IOException {
        // Given
        String page = page();

        // When
        if (System.getenv("MASTERPLAN_WRITE_DOCS") != null) {
            Files.writeString(PAGE, page);
        }

        // Then
        assertThat(PAGE).hasContent(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("# Run states and commands\n\n");
        page.append("Made by `RunStatesDocumentTest` from `CommandKind` and `BlockedBy`.\n\n| state |");
        for (CommandKind kind : CommandKind.values()) {
            page.append(" ").append(kind.word()).append(" |");
        }
        page.append("\n|---|")
                .append("---|".repeat(CommandKind.values().length))
                .append("\n");
        for (RunState state : RunState.values()) {
            page.append("| ").append(state).append(" |");
            for (CommandKind kind : CommandKind.values()) {
                page.append(kind.allowedIn(state) ? " yes |" : " 409 |");
            }
            page.append("\n");
        }
        page.append("\n| command | result |\n|---|---|\n");
        for (CommandKind kind : CommandKind.values()) {
            page.append("| %s | %s |\n".formatted(kind.word(), kind.result()));
        }
        page.append("\n| blocked by | cure |\n|---|---|\n");
        for (BlockedBy by : BlockedBy.values()) {
            page.append("| %s | %s |\n".formatted(by.reason(null), by.cure()));
        }
        return page.toString();
    }
}
