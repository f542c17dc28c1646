package dev.masterplan.stubmodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.stubmodel.script.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stub as another process sees it; what a client makes of its faults stands in libs/language-model. */
class StubModelTest {

    private static final String ASK = """
            {"model": "stub-large", "max_tokens": 100, "messages": [{"role": "user", "content": "eight ch"}]}""";

    private final StubModel stub = StubModel.start(0, "the-key");
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() throws IOException {
        stub.close();
        http.close();
    }

    @Test
    void shouldBillInputAndOutputAndNothingForARefusedCall() throws Exception {
        // Given
        post("/script", "{\"turns\": [{\"fault\": \"rate_limited\", \"retry_after\": 3}, {\"answer\": \"four\"}]}");

        // When
        HttpResponse<String> refused = post("/v1/chat/completions", ASK);
        HttpResponse<String> answered = post("/v1/chat/completions", ASK);
        JsonNode log = Json.read(get("/log").body().getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("3");
        assertThat(answered.body()).contains("\"content\":\"four\"", "\"prompt_tokens\":2", "\"completion_tokens\":1");
        assertThat(log.get(0).path("outcome").asText()).isEqualTo("rate_limited");
        assertThat(log.get(0).path("cost").decimalValue()).isZero();
        assertThat(log.get(1).path("cost").decimalValue()).isEqualByComparingTo("0.000014");
    }

    @Test
    void shouldAnswerByRuleUntilToldOtherwise() throws Exception {
        // Given
        post("/script", "{\"rules\": [{\"contains\": \"eight\", \"turn\": {\"answer\": \"by rule\"}}]}");

        // When
        String first = post("/v1/messages", ASK).body();
        String second = post("/v1/messages", ASK).body();
        post("/script", "{\"clear\": true}");
        String third = post("/v1/messages", ASK).body();

        // Then
        assertThat(first).contains("\"text\":\"by rule\"").isEqualTo(second);
        assertThat(third).doesNotContain("by rule");
    }

    @Test
    void shouldLetNobodyInWithoutTheKey() throws Exception {
        // When
        var request = HttpRequest.newBuilder(stub.base().resolve("/v1/models")).build();
        HttpResponse<String> refused = http.send(request, BodyHandlers.ofString());

        // Then
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(get("/v1/models").body()).contains("stub-large", "stub-small", "stub-tiered");
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(to(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(to(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        URI address = stub.base().resolve(path);
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer the-key");
    }
}
