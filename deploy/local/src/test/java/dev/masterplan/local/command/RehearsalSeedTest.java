package dev.masterplan.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.local.flow.Interruption;
import dev.masterplan.local.show.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class RehearsalSeedTest {

    @ParameterizedTest
    @CsvSource({
        "--rehearse notes.md --out x, 7",
        "--rehearse=21 notes.md --out x, 21",
        "notes.md --out x --rehearse, 7",
        "notes.md --rehearse --out x, 7"
    })
    void shouldTakeOnlyAnAttachedSeed(String line, long seed) {
        // When
        CommandSpec parsed = parse(line);

        // Then
        assertThat((Long) parsed.findOption("--rehearse").getValue()).isEqualTo(seed);
        assertThat(parsed.positionalParameters().getFirst().getValue().toString())
                .isEqualTo("notes.md");
    }

    @Test
    void shouldInjectNothingUnlessAsked() {
        assertThat((Long) parse("notes.md --out x").findOption("--rehearse").getValue())
                .isNull();
    }

    private static CommandSpec parse(String line) {
        Context context = new Context(new Terminal(System.out, System.err, false, false), new Interruption());
        CommandLine command = new CommandLine(new BuildCommand(context));
        command.parseArgs(line.split(" "));
        return command.getCommandSpec();
    }
}
