package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.local.endtoend.RunningProduct.Ended;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A run that another terminal gives up ends where it is followed, too. */
@Tag("slow")
@ExtendWith(StackExtension.class)
class CancelTest {

    @TempDir
    private Path temporary;

    @Test
    void shouldEndWithThreeWhenTheRunIsCancelled(RunningProduct product) {
        // Given
        List<String> before = product.runs();
        CompletableFuture<Ended> build = CompletableFuture.supplyAsync(
                () -> product.masterplan("build", BuiltNotes.BRIEF, "--out", temporary.resolve("out"), "--yes"));
        String run = await().atMost(Duration.ofSeconds(120))
                .until(
                        () -> product.runs().stream()
                                .filter(id -> !before.contains(id))
                                .findFirst()
                                .orElse(""),
                        found -> !found.isEmpty());

        // When
        Ended cancelled = product.masterplan("cancel", run);

        // Then
        assertThat(cancelled.status()).as(cancelled.output()).isZero();
        assertThat(build).succeedsWithin(Duration.ofSeconds(120));
        assertThat(build.join().status()).as(build.join().output()).isEqualTo(3);
        assertThat(product.masterplan("status").output()).containsPattern(run + " .*CANCELLED");
        assertThat(product.masterplan("cancel", run).output()).contains("masterplan: ", "409");
    }
}
