package dev.masterplan.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaGivesUpTest {

    @Test
    void shouldEndTheProcessInOrderWhenKafkaCantGoOn(@TempDir Path folder) throws Exception {
        // Given
        ProcessBuilder failing = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FailingKafka.class.getName(),
                        folder.toString())
                .redirectErrorStream(true);

        // When
        Process ended = failing.start();
        List<String> lines = ended.inputReader().lines().toList();

        // Then
        assertThat(ended.waitFor()).isEqualTo(1);
        assertThat(lines).contains("Kafka can't go on: all log dirs have failed", "stopped in order");
    }
}
