package dev.masterplan.local.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.local.client.Desk;
import dev.masterplan.local.client.Desk.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"READY, start", "PAUSED, resume", "BLOCKED, resume", "RUNNING, -", "COMPLETED, -"})
    void shouldKnowWhatMakesARunGoOn(String state, String command) {
        // When
        String sent = Commands.toGoOn(state).orElse(null);

        // Then
        assertThat(sent).isEqualTo(command);
    }

    @Test
    void shouldSayThatACommandIsAcceptedWhenItTakesLong() {
        try (Desk desk = Desk.open(asked -> new Answer(200, "{\"id\": \"c\", \"state\": \"PENDING\"}"))) {
            // Given
            Commands commands = new Commands(desk.gateway(Duration.ZERO), Duration.ofMillis(300));

            // When
            assertThatThrownBy(() -> commands.carryOut("r", "cancel"))

                    // Then
                    .isInstanceOf(StopException.class)
                    .hasMessageStartingWith("cancel was accepted and takes effect when the step in hand ends");
        }
    }
}
