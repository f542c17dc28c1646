package dev.masterplan.planner.masterplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.messaging.event.Topic;
import dev.masterplan.planner.Gateway;
import dev.masterplan.planner.Records;
import dev.masterplan.planner.Talk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConcurrencyTest {

    private static final int AT_ONCE = 6;

    @Test
    void shouldApproveOnceWhenManyApproveAtTheSameTime() throws Exception {
        // Given
        String plan = Talk.plan(Talk.example("notes"), "DRAFT");

        // When
        List<Integer> answers = atOnce(() ->
                post("/api/v1/masterplans/" + plan + "/approve", Map.of(), null).statusCode());

        // Then
        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> approvals(plan) > 0);
        assertThat(approvals(plan)).isEqualTo(1);
    }

    @Test
    void shouldStoreOneMessageWhenTheSameRequestComesManyTimesAtOnce() throws Exception {
        // Given
        String session = Talk.session("once");
        String key = UUID.randomUUID().toString();

        // When
        List<String> ids = atOnce(() -> post("/api/v1/sessions/" + session + "/messages", Map.of("text", "hello"), key)
                .path("message_id"));

        // Then
        assertThat(ids).doesNotContainNull().containsOnly(ids.getFirst());
    }

    private static int approvals(String plan) {
        return Records.of(Topic.MASTERPLAN_APPROVED, plan).size();
    }

    private static Response post(String path, Object body, String key) {
        var request = Gateway.as("ann").contentType(ContentType.JSON).body(body);
        return key == null
                ? request.post(path)
                : request.header("Idempotency-Key", key).post(path);
    }

    private static <T> List<T> atOnce(Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers = threads.invokeAll(
                    IntStream.range(0, AT_ONCE).mapToObj(i -> call).toList());
            return answers.stream().map(Future::resultNow).toList();
        }
    }
}
