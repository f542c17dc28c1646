package dev.masterplan.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a running gateway needs in a test: a sign-in token and HTTP servers where planner and execution would be; review's
 * port is closed. Planner echoes what it gets; execution never answers.
 */
public final class Door implements QuarkusTestResourceLifecycleManager {

    public static final String TOKEN = "token-of-the-tests-0123456789";
    public static final String BEARER = "Bearer " + TOKEN;

    private static final List<Received> RECEIVED = new CopyOnWriteArrayList<>();

    private Vertx vertx;
    private Path token;

    /** A request as an inner service got it. */
    public record Received(String service, String method, String uri, Map<String, String> headers, long length) {
        public String header(String name) {
            return headers.get(name);
        }
    }

    /** Everything the servers got, oldest first. */
    public static Received last() {
        return RECEIVED.getLast();
    }

    public static int count() {
        return RECEIVED.size();
    }

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        int planner = listen("planner", this::echo);
        int execution = listen("execution", request -> request.resume());
        token = write();
        return Map.of(
                "masterplan.session.token-location",
                token.toString(),
                "masterplan.session.user",
                "ada",
                "masterplan.upstream.planner",
                "http://127.0.0.1:" + planner,
                "masterplan.upstream.execution",
                "http://127.0.0.1:" + execution,
                "masterplan.upstream.review",
                "http://127.0.0.1:" + closedPort(),
                "masterplan.proxy.silence",
                "300MS",
                "masterplan.proxy.max-body",
                "512K");
    }

    private int listen(String service, io.vertx.core.Handler<HttpServerRequest> answer) {
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            request.headers().forEach(h -> headers.merge(h.getKey(), h.getValue(), (a, b) -> a + "," + b));
            if (service.equals("planner")) {
                request.body().onSuccess(body -> {
                    RECEIVED.add(new Received(service, request.method().name(), request.uri(), headers, body.length()));
                    answer.handle(request);
                });
            } else {
                RECEIVED.add(new Received(service, request.method().name(), request.uri(), headers, 0));
                answer.handle(request);
            }
        });
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private void echo(HttpServerRequest request) {
        if (request.path().endsWith("/refused")) {
            request.response()
                    .setStatusCode(409)
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Connection", "X-Private")
                    .putHeader("X-Private", "1")
                    .putHeader("Set-Cookie", "planted=1")
                    .putHeader("X-Kept", "yes")
                    .end("{\"status\":409}");
        } else if (request.path().endsWith("/broken")) {
            request.response().putHeader("Content-Length", "100").write("half");
            vertx.setTimer(50, late -> request.connection().close());
        } else {
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end(
                            request.path().endsWith("/engine")
                                    ? "{\"name\":\"blueprint\",\"label\":\"rules, no AI\"}"
                                    : "{\"items\":[],\"total\":0,\"limit\":20,\"offset\":0}");
        }
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write() {
        try {
            return Files.writeString(Files.createTempFile("masterplan-token", ".txt"), TOKEN + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        token.toFile().delete();
    }
}
