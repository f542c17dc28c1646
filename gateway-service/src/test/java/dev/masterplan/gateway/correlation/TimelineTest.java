package dev.masterplan.gateway.correlation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.masterplan.gateway.Door;
import dev.masterplan.gateway.api.Problem;
import dev.masterplan.gateway.live.JournalRepository;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.LiveUpdates;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Door.class)
class TimelineTest {

    @Inject
    JournalRepository journal;

    private final UUID session = UUID.randomUUID();
    private final UUID plan = UUID.randomUUID();

    @Test
    void shouldTellWhatHappenedToAPlanInOrderWhenAsked() {
        // Given
        store("masterplan_generation_start", plan);
        store("message", null);
        store("masterplan_approved", plan);
        store("masterplan_execution_start", plan);

        // When / Then
        given().header("Authorization", Door.BEARER)
                .get("/api/v1/masterplans/" + plan + "/timeline?limit=2&offset=1")
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("items", hasSize(2))
                .body("items.type", contains("masterplan_approved", "masterplan_execution_start"))
                .body("items.trace_id", contains("abc", "abc"));
    }

    @Test
    void shouldSayNotFoundWhenNothingIsKnownOfThePlan() {
        given().header("Authorization", Door.BEARER)
                .get("/api/v1/masterplans/" + UUID.randomUUID() + "/timeline")
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "offset=-1"})
    void shouldRefuseWhenThePageIsOutOfRange(String query) {
        given().header("Authorization", Door.BEARER)
                .get("/api/v1/masterplans/" + plan + "/timeline?" + query)
                .then()
                .statusCode(422)
                .contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void shouldSayNotFoundWhenTheIdIsNoUuid() {
        given().header("Authorization", Door.BEARER)
                .get("/api/v1/masterplans/1/timeline")
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE);
    }

    private void store(String type, UUID masterplan) {
        var update = new LiveUpdate(type, Instant.EPOCH, session, masterplan, "abc", Map.of());
        journal.append(UUID.randomUUID(), new LiveUpdates(List.of(update)))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
