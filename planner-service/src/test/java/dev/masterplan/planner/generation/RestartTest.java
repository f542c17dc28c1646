package dev.masterplan.planner.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.Limits;
import dev.masterplan.planner.Talk;
import dev.masterplan.planner.chat.Message;
import dev.masterplan.planner.chat.MessageKind;
import dev.masterplan.planner.chat.MessageRepository;
import dev.masterplan.planner.database.BlockingTransactions;
import dev.masterplan.planner.masterplan.MasterPlan;
import dev.masterplan.planner.masterplan.PlanVersion;
import dev.masterplan.planner.masterplan.PlanVersionRepository;
import dev.masterplan.planner.trace.StoredTrace;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
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

    @Test
    void shouldEndAMessageThatBreaksOffAndGoOnWithTheNext() {
        // Given
        String session = Talk.session("broken");
        Talk.awaitStatus(
                Talk.say(session, "/masterplan " + Talk.example("notes"))
                        .extract()
                        .path("masterplan_id"),
                "DRAFT");
        Message broken = Message.byUser(
                TimeOrderedId.next(),
                UUID.fromString(session),
                MessageKind.CHOICES,
                "no choice at all",
                null,
                TRACE,
                Instant.now());
        transactions.run(() -> messages.persist(broken));

        // When
        queue.put(broken);
        Talk.say(session, "A note has at most 5 tags.");

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Talk.replies(session))
                        .hasSize(3)
                        .element(1)
                        .asString()
                        .contains("broke off inside the engine (ArrayIndexOutOfBoundsException)"));
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
