package dev.masterplan.gateway.live;

import io.vertx.core.Future;
import java.util.List;

/** The far end of one connection, whatever it speaks. Futures complete when the bytes have left. */
interface Sink {

    /** The state as of that number. */
    Future<Void> snapshot(long seq, List<Envelope> newest);

    /** Updates in order; none says that the connection is followed. */
    Future<Void> updates(List<Envelope> updates);

    /** @param code of RFC 6455; 1013 = come back with the last number seen */
    void close(int code, String reason);
}
