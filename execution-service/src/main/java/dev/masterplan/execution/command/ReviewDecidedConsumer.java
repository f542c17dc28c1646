package dev.masterplan.execution.command;

import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.ReviewDecided;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.inbox.Delivered;
import dev.masterplan.messaging.inbox.EventDelivery;
import dev.masterplan.messaging.inbox.SqlInbox;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Puts a review's decision into the run's mailbox; its owner applies it. */
@ApplicationScoped
public class ReviewDecidedConsumer {

    private static final String CONSUMER = "execution-review-decided";
    private static final String PUT = """
            insert into run_command (id, run_no, command, body, asked_by, trace_id)
            select $1, no, 'review', $3, $4, trace_id from run where id = $2 on conflict (id) do nothing""";
    private static final String WAKE = "select pg_notify('run_wake', '')";

    private final EventDelivery delivery;
    private final Pool pool;

    ReviewDecidedConsumer(EventDelivery delivery, Pool pool) {
        this.delivery = delivery;
        this.pool = pool;
    }

    @Incoming("review-decided")
    public Uni<Void> on(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> metadata) {
        return delivery.deliver(Topic.REVIEW_DECIDED, metadata, payload, ReviewDecided.class, this::put);
    }

    private Uni<Void> put(Delivered<ReviewDecided> delivered) {
        return Uni.createFrom()
                .completionStage(() -> pool.withTransaction(connection -> SqlInbox.firstTime(
                                        connection, CONSUMER, delivered.eventId())
                                .compose(first -> first ? insert(connection, delivered) : Future.succeededFuture()))
                        .toCompletionStage());
    }

    private Future<Void> insert(SqlConnection connection, Delivered<ReviewDecided> delivered) {
        ReviewDecided decided = delivered.event();
        Tuple command = Tuple.of(
                delivered.eventId(),
                decided.executionId(),
                Buffer.buffer(Json.write(CommandBody.of(decided))),
                decided.reviewer());
        return connection
                .preparedQuery(PUT)
                .execute(command)
                .compose(r -> connection.preparedQuery(WAKE).execute())
                .mapEmpty();
    }
}
