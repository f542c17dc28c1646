package dev.masterplan.languagemodel.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a provider for its models: free, and it tells whether the key is good. */
public final class ModelList {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private ModelList() {}

    /** What a provider says to it. */
    public sealed interface Result {}

    /** @param models as the provider names them */
    public record Models(List<String> models) implements Result {}

    /** The key is not let in. */
    public record KeyRefused(int status) implements Result {}

    /** Nobody, or somebody else. */
    public record NoProvider(String because) implements Result {}

    public static Result of(Endpoint endpoint, Duration patience) {
        var sent = HTTP.sendAsync(request(endpoint, patience), BodyHandlers.ofString());
        try {
            return read(sent.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            sent.cancel(true);
            return new NoProvider("no answer within " + patience.toMillis() + " ms");
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return new NoProvider("interrupted");
        } catch (ExecutionException e) {
            return new NoProvider(e.getCause() instanceof IOException ? "nobody answers there" : "not reachable");
        }
    }

    private static HttpRequest request(Endpoint endpoint, Duration patience) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(endpoint.base() + "/models")).timeout(patience);
        if (endpoint.key() == null) {
            return request.build();
        }
        return switch (endpoint.form()) {
            case OPENAI ->
                request.header("Authorization", "Bearer " + endpoint.key().reveal())
                        .build();
            case ANTHROPIC ->
                request.header("x-api-key", endpoint.key().reveal())
                        .header("anthropic-version", "2023-06-01")
                        .build();
        };
    }

    private static Result read(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            return new KeyRefused(status);
        }
        try {
            JsonNode data = MAPPER.readTree(response.body()).path("data");
            if (status == 200 && data.isArray()) {
                List<String> models = new ArrayList<>();
                data.forEach(model -> models.add(model.path("id").asText()));
                return new Models(models);
            }
        } catch (JsonProcessingException e) {
            return new NoProvider("what answers there is no language model");
        }
        return new NoProvider("what answers there is no language model (status " + status + ")");
    }
}
