package dev.masterplan.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.gateway.Door;
import dev.masterplan.gateway.api.Problem;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Door.class)
class LiveEventsTest {

    @TestHTTPResource
    URI gateway;

    @Inject
    JournalRepository journal;

    private final UUID session = UUID.randomUUID();

    @Test
    void shouldSendTheWholeJournalAndThenWhatHappensWhenNoPointIsNamed() {
        // Given
        store("one");
        store("two");

        // When
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<String> lines = follow(client, null);
            await().until(() -> ids(lines).size() == 2);
            store("three");

            // Then
            await().untilAsserted(() -> assertThat(ids(lines)).containsExactly("id: 1", "id: 2", "id: 3"));
            assertThat(lines).anyMatch(line -> line.startsWith("data: {\"v\":1,\"seq\":3,") && line.contains("three"));
            client.shutdownNow();
        }
    }

    @Test
    void shouldGoOnAfterTheLastEventWhenAClientComesBack() {
        // Given
        store("one");
        store("two");
        store("three");

        // When
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<String> lines = follow(client, "2");

            // Then
            await().untilAsserted(() -> assertThat(ids(lines)).containsExactly("id: 3"));
            client.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?session_id=1",
                "?masterplan_id=x",
                "?session_id=0198c0de-0000-7000-8000-000000000001&after=x",
                "?session_id=0198c0de-0000-7000-8000-000000000001&masterplan_id=0198c0de-0000-7000-8000-000000000001"
            })
    void shouldSayWhatIsWrongWhenNothingCanBeFollowed(String query) {
        given().header("Authorization", Door.BEARER)
                .get("/api/v1/live/events" + query)
                .then()
                .statusCode(422)
                .contentType(Problem.MEDIA_TYPE);
    }

    private List<String> follow(HttpClient client, String lastEventId) {
        var request = HttpRequest.newBuilder(gateway.resolve("/api/v1/live/events?session_id=" + session))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Accept-Encoding", "gzip")
                .header("Authorization", Door.BEARER);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        List<String> lines = new CopyOnWriteArrayList<>();
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(lines)));
        return lines;
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("id: ")).toList();
    }

    private void store(String text) {
        journal.append(UUID.randomUUID(), Updates.of(Updates.message(session, text)))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
