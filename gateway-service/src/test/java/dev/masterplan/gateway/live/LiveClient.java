package dev.masterplan.gateway.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.gateway.Door;
import dev.masterplan.messaging.event.Json;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A WebSocket client that keeps what it gets. */
final class LiveClient implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final WebSocket socket;
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private volatile Short closeCode;

    LiveClient(URI gateway) {
        this(gateway, "Authorization", Door.BEARER);
    }

    LiveClient(URI gateway, String... headers) {
        var options = new WebSocketConnectOptions()
                .setHost(gateway.getHost())
                .setPort(gateway.getPort())
                .setURI("/api/v1/live");
        for (int i = 0; i < headers.length; i += 2) {
            options.addHeader(headers[i], headers[i + 1]);
        }
        socket = vertx.createWebSocketClient(new WebSocketClientOptions()
                        .setMaxFrameSize(64 * 1024 * 1024)
                        .setMaxMessageSize(64 * 1024 * 1024))
                .connect(options)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        socket.textMessageHandler(text -> frames.add(parse(text)));
        socket.closeHandler(closed -> closeCode = socket.closeStatusCode());
    }

    LiveClient followSession(UUID session, Long after) {
        return say("{\"type\":\"subscribe\",\"session_id\":\"" + session + "\"" + point(after) + "}");
    }

    LiveClient followPlan(UUID plan, Long after) {
        return say("{\"type\":\"subscribe\",\"masterplan_id\":\"" + plan + "\"" + point(after) + "}");
    }

    private static String point(Long after) {
        return after == null ? "" : ",\"after\":" + after;
    }

    LiveClient say(String text) {
        socket.writeTextMessage(text);
        return this;
    }

    LiveClient pause() {
        socket.pause();
        return this;
    }

    LiveClient resume() {
        socket.resume();
        return this;
    }

    /** Frames as they came; the first one of a new follower is its snapshot. */
    List<JsonNode> frames() {
        return frames;
    }

    JsonNode snapshot() {
        return frames.getFirst();
    }

    /** Updates of all array frames, in order. */
    List<JsonNode> updates() {
        List<JsonNode> updates = new ArrayList<>();
        frames.stream().filter(JsonNode::isArray).forEach(frame -> frame.forEach(updates::add));
        return updates;
    }

    List<Long> numbers() {
        return updates().stream().map(update -> update.get("seq").asLong()).toList();
    }

    Short closeCode() {
        return closeCode;
    }

    private static JsonNode parse(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
