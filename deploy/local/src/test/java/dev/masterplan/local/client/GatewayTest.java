package dev.masterplan.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.local.client.Desk.Answer;
import dev.masterplan.local.client.Views.Execution;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void shouldReadAgainWhileAServiceIsStartedAgain(int status) {
        // Given
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        answers.add(new Answer(status, "{}"));
        answers.add(new Answer(200, "{\"id\": \"r\", \"state\": \"COMPLETED\"}"));
        try (Desk desk = Desk.open(asked -> answers.remove())) {
            // When
            Execution run = desk.gateway(PATIENCE).execution("r");

            // Then
            assertThat(run.state()).isEqualTo("COMPLETED");
            assertThat(desk.asked()).hasSize(2);
        }
    }

    @Test
    void shouldGiveUpWhenThePatienceEnds() {
        try (Desk desk = Desk.open(asked -> new Answer(502, "{}"))) {
            // Given
            Gateway gateway = desk.gateway(Duration.ofMillis(300));

            // When
            assertThatThrownBy(() -> gateway.execution("r"))

                    // Then
                    .isInstanceOf(ProblemException.class)
                    .hasMessageStartingWith("502");
            assertThat(desk.asked()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void shouldNeitherRepeatARefusalNorAWrite() {
        try (Desk desk = Desk.open(asked -> new Answer(asked.getPath().endsWith("commands") ? 502 : 404, "{}"))) {
            // Given
            Gateway gateway = desk.gateway(PATIENCE);

            // When
            assertThatThrownBy(() -> gateway.execution("r")).hasMessageStartingWith("404");
            assertThatThrownBy(() -> gateway.command("r", "pause")).hasMessageStartingWith("502");

            // Then
            assertThat(desk.asked()).containsExactly("/api/v1/executions/r", "/api/v1/executions/r/commands");
        }
    }

    @Test
    void shouldNotTakeAFullDiskForASilentGateway() {
        try (Desk desk = Desk.open(asked -> new Answer(200, "bundle"))) {
            // Given
            Path nowhere = temporary.resolve("missing/bundle");
            Gateway gateway = desk.gateway(PATIENCE);

            // When
            assertThatThrownBy(() -> gateway.bundle("r", nowhere))

                    // Then
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(nowhere + " can't be written");
        }
    }

    @Test
    void shouldListMoreRunsThanAPageHolds() {
        try (Desk desk = Desk.open(asked -> new Answer(200, page(asked.getQuery())))) {
            // When
            Stream<String> runs = desk.gateway(PATIENCE).executions().stream().map(Execution::id);

            // Then
            assertThat(runs).hasSize(101).doesNotHaveDuplicates().contains("r0", "r100");
        }
    }

    /** Of 101 runs. */
    private static String page(String query) {
        int offset = query.contains("offset=") ? Integer.parseInt(query.replaceAll(".*offset=", "")) : 0;
        return IntStream.range(offset, Math.min(101, offset + 100))
                .mapToObj("{\"id\": \"r%d\"}"::formatted)
                .collect(Collectors.joining(",", "{\"items\": [", "], \"total\": 101}"));
    }
}
