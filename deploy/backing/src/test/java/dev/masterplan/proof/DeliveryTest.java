package dev.masterplan.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.messaging.event.TraceContext;
import dev.masterplan.messaging.outbox.OutboxMessage;
import dev.masterplan.messaging.outbox.PanacheOutbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From a change in one transaction to its effect in another, with Hibernate Reactive on both sides. */
@QuarkusTest
class DeliveryTest {

    private static final Duration SOON = Duration.ofSeconds(8);
    private final Database database = new Database("review");
    private final UUID plan = UUID.randomUUID();

    @Inject
    PanacheOutbox outbox;

    @Test
    void shouldHaveItsEffectWhenTheTransactionCommits() throws Throwable {
        // Given
        OutboxMessage first = Events.waveCompleted(plan, 1);
        OutboxMessage second = Events.waveCompleted(plan, 2);

        // When
        commit(() -> outbox.append(first, second));

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(effects()).containsExactly(1, 2));
        List<String> traces = database.column("SELECT traceparent FROM effect WHERE masterplan_id = ?", plan);
        assertThat(traces).allSatisfy(t -> assertThat(TraceContext.traceId(t)).isEqualTo(Events.TRACE));
    }

    private List<Integer> effects() {
        return database.column("SELECT wave FROM effect WHERE masterplan_id = ? ORDER BY happened_at", plan);
    }

    static void commit(java.util.function.Supplier<Uni<Void>> work) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(work));
    }
}
