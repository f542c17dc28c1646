package dev.masterplan.gateway.live;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** Speaks server-sent events over a chunked response. */
final class EventSink implements Sink {

    private final HttpServerResponse response;

    EventSink(HttpServerResponse response) {
        this.response = response;
    }

    @Override
    public Future<Void> snapshot(long seq, List<Envelope> newest) {
        return updates(newest);
    }

    @Override
    public Future<Void> updates(List<Envelope> updates) {
        return response.write(updates.isEmpty() ? ": following\n\n" : Frame.events(updates));
    }

    /** A client of server-sent events comes back by itself, with the last id that it saw. */
    @Override
    public void close(int code, String reason) {
        if (!response.ended()) {
            response.end(": " + reason + "\n\n");
        }
    }
}
