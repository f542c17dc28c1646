package dev.masterplan.execution.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.messaging.event.ReviewDecided;
import dev.masterplan.messaging.event.ReviewDecided.Decision;
import dev.masterplan.messaging.event.ReviewKind;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.plan.Engine;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rehearsal of two features: what is wrong with the first is mended, what is wrong with the second stays. */
@QuarkusTest
@Tag("slow")
class RepairedRunTest {

    private static final String SHELF = """
            # Shelf

            ## Data
            - Author: name (text, required, up to 80 characters)
            - Book: title (text, required, up to 80 characters), author (required)

            ## Rules
            - Authors and books can be created, changed, listed and deleted.
            """;
    private static final String MENDED = "app/features/author/api.py";
    private static final String STAYS = "app/features/book/api.py";

    @Test
    void shouldOpenTheGateThatARepairMendsAndBlockAtTheOneThatStays() {
        // Given
        var approved = Approvals.ofBrief(SHELF, new Engine("blueprint", 3L), true);

        // When
        AskedRun run = AskedRun.of(approved, "BLOCKED");

        // Then
        assertThat(run.get("").getString("reason")).startsWith("gate: ").contains("405");
        JsonPath waves = run.get("/waves");
        List<List<String>> verdicts = waves.getList("gates.verdict");
        int repaired = verdicts.indexOf(List.of("BLOCKED", "OPEN"));
        assertThat(repaired).as("gates of the waves: %s", verdicts).isPositive();
        assertThat(verdicts.subList(0, repaired)).allMatch(v -> v.equals(List.of("OPEN")));
        assertThat(verdicts.get(repaired + 1)).containsExactly("BLOCKED", "BLOCKED");
        assertThat(run.file(MENDED)).contains("store.update(db, record_id, values)");
        assertThat(run.file(STAYS)).contains("\"PUT\"");
        wantsAReviewOfWhatNeededAllRetries(run);
        doesNotScoreAgainWhatAPersonApproved(run, repaired + 2);
    }

    private static void wantsAReviewOfWhatNeededAllRetries(AskedRun run) {
        List<Map<String, Object>> stubborn = Events.heard(
                        Topic.WAVE_COMPLETED, run.approved().masterplanId())
                .stream()
                .flatMap(w -> w.<Map<String, Object>>getList("atoms.findAll { it.retries == 3 }").stream())
                .toList();
        assertThat(stubborn).hasSize(1);
        double confidence = ((Number) stubborn.getFirst().get("confidence")).doubleValue();
        assertThat(confidence).isLessThan(0.70);
        assertThat(stubborn.getFirst().get("review")).isEqualTo(confidence < 0.50 ? "HIGH" : "MEDIUM");
    }

    private static void doesNotScoreAgainWhatAPersonApproved(AskedRun run, int wave) {
        UUID atom = UUID.fromString(
                run.get("/atoms?limit=500").getString("items.findAll { it.file == '" + STAYS + "' }[-1].id"));
        assertThat(result(run, wave, 2, atom).get("parts")).isNotNull();
        decided(run, atom);
        run.carriedOut(Map.of("command", "resume"));
        run.reaches("BLOCKED");
        assertThat(result(run, wave, 3, atom).get("parts")).isNull();
        assertThat(result(run, wave, 3, atom).get("review")).isEqualTo("NONE");
        run.carriedOut(Map.of("command", "retry_atom", "atom_id", atom));
        run.reaches("BLOCKED");
        assertThat(result(run, wave, 4, atom).get("parts")).isNotNull();
    }

    /** As review-service tells it. */
    private static void decided(AskedRun run, UUID atom) {
        var approved = run.approved();
        var decided = new ReviewDecided(
                UUID.randomUUID(),
                approved.masterplanId(),
                UUID.fromString(run.id()),
                approved.sessionId(),
                approved.traceId(),
                ReviewKind.ATOM,
                atom,
                Decision.APPROVE,
                STAYS,
                null,
                null,
                null,
                "ada",
                true,
                Instant.now());
        Events.send(Topic.REVIEW_DECIDED, approved.masterplanId(), approved.traceparent(), decided);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !Events.heard(Topic.REVIEW_APPLIED, approved.masterplanId())
                        .isEmpty());
    }

    /** What WaveCompleted said of the atom. */
    private static Map<String, Object> result(AskedRun run, int wave, int round, UUID atom) {
        return await().until(
                        () -> Events.heard(Topic.WAVE_COMPLETED, run.approved().masterplanId()).stream()
                                .filter(w -> w.getInt("wave") == wave && w.getInt("round") == round)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .getMap("atoms.find { it.atom_id == '" + atom + "' }");
    }
}
