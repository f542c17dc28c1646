package dev.masterplan.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.masterplan.local.client.Views.Page;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * HTTP and JSON of the gateway; every refusal becomes a {@link ProblemException}.
 *
 * <p>What only reads is asked again while a service is being started again, as long as the patience lasts.
 */
final class Door {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration LONG_TIMEOUT = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;
    private final String token;
    private final Duration patience;

    /** @param patience how long a read is tried again; a write never is */
    Door(String url, String token, Duration patience) {
        this.base = url + "/api/v1/";
        this.token = token;
        this.patience = patience;
    }

    <T> T get(String path, Class<T> type) {
        return read(ask(request(path).GET().build()), type);
    }

    <T> Page<T> page(String path, Class<T> type) {
        byte[] body = ask(request(path).GET().build());
        return readPage(body, type);
    }

    <T> T post(String path, Object body, Class<T> type) {
        BodyPublisher bytes = BodyPublishers.ofByteArray(write(body));
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(bytes)
                .build();
        return read(send(request), type);
    }

    <T> T upload(String path, Path file, String contentType, Class<T> type) {
        try {
            HttpRequest request = request(path)
                    .header("Content-Type", contentType)
                    .timeout(LONG_TIMEOUT)
                    .POST(BodyPublishers.ofFile(file))
                    .build();
            return read(send(request), type);
        } catch (FileNotFoundException e) {
            throw new ProblemException(ProblemException.OF_NO_USE, file + " is gone", null);
        }
    }

    /** @throws UncheckedIOException when the file can't be written */
    void download(String path, Path file) {
        byte[] body = ask(request(path).timeout(LONG_TIMEOUT).GET().build());
        try {
            Files.write(file, body);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be written: " + e.getMessage(), e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json, application/octet-stream");
    }

    private byte[] ask(HttpRequest request) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return send(request);
            } catch (ProblemException e) {
                if (!e.passing() || System.nanoTime() > end) {
                    throw e;
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static ProblemException interrupted() {
        Thread.currentThread().interrupt();
        return new ProblemException(ProblemException.OF_NO_USE, "interrupted", null);
    }

    private byte[] send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= 400) {
                throw problem(response);
            }
            return response.body();
        } catch (IOException e) {
            String from = request.uri().getAuthority();
            throw new ProblemException(
                    ProblemException.NO_ANSWER, "no answer from " + from + ": " + e.getMessage(), null);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static ProblemException problem(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        try {
            JsonNode problem = JSON.readTree(response.body());
            String detail = problem.path("detail").asText(problem.path("title").asText("refused"));
            return new ProblemException(
                    status, status + " " + detail, problem.path("trace_id").asText(null));
        } catch (IOException e) {
            String text = new String(response.body(), StandardCharsets.UTF_8).strip();
            return new ProblemException(
                    status, status + " from " + response.uri().getPath() + " " + text, null);
        }
    }

    private static byte[] write(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static <T> T read(byte[] body, Class<T> type) {
        try {
            return JSON.readValue(body, type);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static <T> Page<T> readPage(byte[] body, Class<T> type) {
        try {
            return JSON.readValue(body, JSON.getTypeFactory().constructParametricType(Page.class, type));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static ProblemException unreadable(IOException e) {
        return new ProblemException(
                ProblemException.OF_NO_USE, "an answer that can't be read: " + e.getMessage(), null);
    }
}
