package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.local.endtoend.RunningProduct.Ended;
import dev.masterplan.local.stack.ServiceName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the execution service in the middle of wave 2 costs time and nothing else. */
@Tag("slow")
@ExtendWith(StackExtension.class)
class KillTest {

    @TempDir
    private Path temporary;

    @Test
    void shouldEndWithTheSameBytesWhenExecutionIsKilledInWaveTwo(RunningProduct product, BuiltNotes notes) {
        // Given
        Path killed = temporary.resolve("killed");
        List<String> before = product.runs();

        // When
        CompletableFuture<Ended> second = CompletableFuture.supplyAsync(
                () -> product.masterplan("build", BuiltNotes.BRIEF, "--out", killed, "--yes"));
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> product.runs().stream()
                        .filter(run -> !before.contains(run))
                        .anyMatch(run -> product.wave(run) >= 2));
        product.stack().process(ServiceName.EXECUTION).destroyForcibly();

        // Then
        assertThat(second).succeedsWithin(Duration.ofSeconds(180));
        assertThat(second.join().status()).as(second.join().output()).isZero();
        assertThat(RunningProduct.git(killed, "rev-parse", "HEAD^{tree}")).isEqualTo(notes.tree());
    }
}
