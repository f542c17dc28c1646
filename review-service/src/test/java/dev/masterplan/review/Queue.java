package dev.masterplan.review;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The queue as a person sees it, through the service's REST calls. */
public final class Queue {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Queue() {}

    public static List<Map<String, Object>> of(UUID masterplanId) {
        return Gateway.as("rita")
                .queryParam("masterplan_id", masterplanId)
                .get("/api/v1/reviews")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    public static List<Map<String, Object>> await(UUID masterplanId, Predicate<List<Map<String, Object>>> expected) {
        return Awaitility.await().atMost(PATIENCE).until(() -> of(masterplanId), expected::test);
    }

    /** Waits for the only review of the plan. */
    public static Map<String, Object> only(UUID masterplanId) {
        return await(masterplanId, found -> found.size() == 1).getFirst();
    }

    public static Response approve(Object id) {
        return Gateway.as("rita").contentType(ContentType.JSON).body("{}").post("/api/v1/reviews/{id}/approve", id);
    }

    public static Response edit(Object id, String content) {
        return Gateway.as("rita")
                .contentType(ContentType.JSON)
                .body(Map.of("content", content, "base_hash", "a".repeat(64), "comment", "off by one"))
                .post("/api/v1/reviews/{id}/edit", id);
    }

    public static Map<String, Object> awaitState(Object id, String state) {
        return Awaitility.await().atMost(PATIENCE).until(() -> get(id), review -> state.equals(review.get("state")));
    }

    public static Map<String, Object> get(Object id) {
        return Gateway.as("rita").get("/api/v1/reviews/{id}", id).path("$");
    }
}
