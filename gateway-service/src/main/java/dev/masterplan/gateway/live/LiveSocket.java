package dev.masterplan.gateway.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.masterplan.messaging.event.Json;
import io.quarkus.security.Authenticated;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The live channel of the pages: one subscribe message in, one snapshot and then frames out. */
@WebSocket(path = "/api/v1/live")
@Authenticated
public class LiveSocket {

    private static final Logger LOG = Logger.getLogger(LiveSocket.class);
    private static final TypeReference<Map<String, Object>> MESSAGE = new TypeReference<>() {};
    private static final int POLICY = 1008;

    private final LiveHub hub;
    private final Map<String, Follower> followers = new ConcurrentHashMap<>();
    private final java.util.Set<String> admitted = ConcurrentHashMap.newKeySet();

    @Inject
    LiveSocket(LiveHub hub) {
        this.hub = hub;
    }

    @OnOpen
    Uni<Void> opened(WebSocketConnection connection) {
        if (!hub.admitted()) {
            return connection.close(new CloseReason(Follower.COME_BACK, "too many connections"));
        }
        admitted.add(connection.id());
        return Uni.createFrom().voidItem();
    }

    @OnTextMessage
    Uni<Void> said(String text, WebSocketConnection connection) {
        try {
            Subscription subscription = Subscription.of(Json.mapper().readValue(text, MESSAGE));
            if (followers.containsKey(connection.id())) {
                return refuse(connection, "one subscription per connection");
            }
            followers.put(connection.id(), hub.follow(subscription, new SocketSink(connection)));
            return Uni.createFrom().voidItem();
        } catch (JsonProcessingException e) {
            return refuse(connection, "not a JSON object");
        } catch (IllegalArgumentException e) {
            return refuse(connection, e.getMessage());
        }
    }

    @OnClose
    Uni<Void> closed(WebSocketConnection connection) {
        Follower follower = followers.remove(connection.id());
        if (follower != null) {
            hub.leave(follower);
        }
        if (admitted.remove(connection.id())) {
            hub.released();
        }
        return Uni.createFrom().voidItem();
    }

    @OnError
    Uni<Void> failed(Throwable failure, WebSocketConnection connection) {
        LOG.debugf(failure, "live connection failed");
        return connection.close(new CloseReason(1011, "failed"));
    }

    private static Uni<Void> refuse(WebSocketConnection connection, String why) {
        return connection.close(new CloseReason(POLICY, why));
    }
}
