package dev.masterplan.planner.generation;

import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.Limits;
import dev.masterplan.planner.Talk;
import dev.masterplan.planner.chat.Message;
import dev.masterplan.planner.chat.MessageKind;
import dev.masterplan.planner.chat.MessageRepository;
import dev.masterplan.planner.masterplan.MasterPlan;
import dev.masterplan.planner.masterplan.PlanVersion;
import dev.masterplan.planner.masterplan.PlanVersionRepository;
import dev.masterplan.planner.trace.StoredTrace;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RestartTest {

    private static final StoredTrace TRACE = new StoredTrace(
            "4bf92f3577b34da6a3ce929d0e0e4736", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    @Inject
    ReadingQueue queue;

    @Inject
    BlockingTransactions transactions;

    @Inject
    MessageRepository messages;

    @Inject
    PlanVersionRepository plans;

    @Test
    void shouldGenerateAgainWhenACrashLeftAMessageOpen() {
        // Given
        UUID plan = storedButNeverRead(UUID.fromString(Talk.session("crash")));

        // When
        queue.resume(new StartupEvent());

        // Then
        Talk.awaitStatus(plan.toString(), "DRAFT");
    }

    private UUID storedButNeverRead(UUID session) {
        MasterPlan plan = new MasterPlan(TimeOrderedId.next(), session, "Being read", TRACE, Instant.now());
        PlanVersion version = PlanVersion.first(
                TimeOrderedId.next(), plan, "ann", Engine.blueprint(), new Limits(BigDecimal.ONE, BigDecimal.TEN, 1));
        Message message = Message.byUser(
                TimeOrderedId.next(),
                session,
                MessageKind.BRIEF,
                "/masterplan " + Talk.example("notes"),
                plan.id(),
                TRACE,
                Instant.now());
        transactions.run(() -> plans.add(version).chain(() -> messages.persist(message)));
        return plan.id();
    }
}
