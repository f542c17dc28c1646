package dev.masterplan.languagemodel.provider;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.masterplan.languagemodel.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The transport of one call: one request on the wire, on the caller's thread, within its limits. What went wrong is told
 * here, because the library above keeps neither headers nor the difference between an end and a break.
 */
final class WireCall implements HttpClient, HttpClientBuilder {

    private static final int LARGEST = 16 << 20;
    private static final int LARGEST_ERROR = 64 << 10;

    private final java.net.http.HttpClient http;
    private final Deadlines deadlines;
    private TimedBody body;
    private Trouble trouble;

    WireCall(java.net.http.HttpClient http, Deadlines deadlines) {
        this.http = http;
        this.deadlines = deadlines;
    }

    /** null when the response came whole and in good order. */
    Trouble trouble() {
        return trouble;
    }

    String heard() {
        return body == null ? "" : body.heard();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            HttpResponse<?> response = open(request);
            body.readAllBytes();
            return success(response, body.heard());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            listener.onOpen(success(open(request), null));
            parser.parse(body, new Overheard(listener));
            if (trouble == null) {
                listener.onClose();
            }
        } catch (IOException e) {
            listener.onError(failed(e));
        } catch (HttpException e) {
            listener.onError(e);
        }
    }

    /** The parser tells a broken stream to its listener only. */
    private final class Overheard implements ServerSentEventListener {
        private final ServerSentEventListener listener;

        private Overheard(ServerSentEventListener listener) {
            this.listener = listener;
        }

        @Override
        public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
            listener.onEvent(event, context);
        }

        @Override
        public void onError(Throwable failure) {
            listener.onError(failed(failure));
        }
    }

    private HttpResponse<?> open(HttpRequest request) throws IOException {
        HttpResponse<Publisher<List<ByteBuffer>>> response = send(request);
        boolean good = response.statusCode() / 100 == 2;
        body = new TimedBody(deadlines, good ? LARGEST : LARGEST_ERROR);
        response.body().subscribe(body);
        if (!good) {
            trouble = Troubles.ofStatus(response.statusCode(), response.headers(), errorText());
            throw new HttpException(response.statusCode(), trouble.text());
        }
        return response;
    }

    private String errorText() {
        try {
            body.readAllBytes();
        } catch (IOException e) {
            body.close();
        }
        return body.heard();
    }

    private HttpResponse<Publisher<List<ByteBuffer>>> send(HttpRequest request) throws IOException {
        var sent = http.sendAsync(translated(request), BodyHandlers.ofPublisher());
        try {
            return sent.get(deadlines.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new SilenceException(deadlines.passed());
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static java.net.http.HttpRequest translated(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(request.body(), StandardCharsets.UTF_8));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    private RuntimeException failed(Throwable failure) {
        trouble = trouble == null ? Troubles.ofFailure(failure) : trouble;
        return new NonRetriableException(trouble.text());
    }

    private static SuccessfulHttpResponse success(HttpResponse<?> response, String text) {
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(text)
                .build();
    }

    @Override
    public HttpClient build() {
        return this;
    }

    @Override
    public Duration connectTimeout() {
        return null;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return null;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }
}
