package dev.masterplan.gateway.live;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.util.List;

/** Speaks JSON over a WebSocket: a frame is an array. */
final class SocketSink implements Sink {

    private final WebSocketConnection connection;

    SocketSink(WebSocketConnection connection) {
        this.connection = connection;
    }

    @Override
    public Future<Void> snapshot(long seq, List<Envelope> newest) {
        return send("{\"type\":\"snapshot\",\"seq\":" + seq + ",\"updates\":" + Frame.of(newest) + "}");
    }

    @Override
    public Future<Void> updates(List<Envelope> updates) {
        return send(Frame.of(updates));
    }

    private Future<Void> send(String text) {
        return Future.fromCompletionStage(connection.sendText(text).subscribeAsCompletionStage());
    }

    @Override
    public void close(int code, String reason) {
        connection
                .close(new CloseReason(code, reason))
                .onFailure()
                .recoverWithUni(Uni.createFrom().voidItem())
                .subscribe()
                .with(closed -> {});
    }
}
