package dev.masterplan.execution.command;

import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.ReviewApplied;
import dev.masterplan.messaging.event.ReviewDecided;
import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.inbox.Delivered;
import dev.masterplan.messaging.inbox.EventDelivery;
import dev.masterplan.messaging.inbox.SqlInbox;
import dev.masterplan.messaging.outbox.OutboxMessage;
import dev.masterplan.messaging.outbox.OutboxPublisher;
import dev.masterplan.messaging.outbox.OutboxRow;
import dev.masterplan.messaging.outbox.SqlOutbox;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Puts a review's decision into the run's mailbox; its owner applies it. Of a run that is not here it is refused. */
@ApplicationScoped
public class ReviewDecidedConsumer {

    private static final String CONSUMER = "execution-review-decided";
    private static final String PUT = """
            insert into run_command (id, run_no, command, body, asked_by, trace_id)
            select $1, no, 'review', $3, $4, trace_id from run where id = $2 on conflict (id) do nothing""";
    private static final List<OutboxRow> NOTHING = List.of();
    private static final String WAKE = "select pg_notify('run_wake', '')";

    private final EventDelivery delivery;
    private final Pool pool;
    private final OutboxPublisher publisher;
    private final Clock clock;

    ReviewDecidedConsumer(EventDelivery delivery, Pool pool, OutboxPublisher publisher, Clock clock) {
        this.delivery = delivery;
        this.pool = pool;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Incoming("review-decided")
    public Uni<Void> on(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> metadata) {
        return delivery.deliver(Topic.REVIEW_DECIDED, metadata, payload, ReviewDecided.class, this::put);
    }

    private Uni<Void> put(Delivered<ReviewDecided> delivered) {
        return Uni.createFrom()
                .completionStage(() -> pool.withTransaction(connection -> SqlInbox.firstTime(
                                        connection, CONSUMER, delivered.eventId())
                                .compose(first ->
                                        first ? insert(connection, delivered) : Future.succeededFuture(NOTHING)))
                        .onSuccess(publisher::publish)
                        .toCompletionStage())
                .replaceWithVoid();
    }

    private Future<List<OutboxRow>> insert(SqlConnection connection, Delivered<ReviewDecided> delivered) {
        ReviewDecided decided = delivered.event();
        Tuple command = Tuple.of(
                delivered.eventId(),
                decided.executionId(),
                Buffer.buffer(Json.write(CommandBody.of(decided))),
                decided.reviewer());
        return connection
                .preparedQuery(PUT)
                .execute(command)
                .compose(put -> put.rowCount() == 0
                        ? SqlOutbox.append(connection, List.of(refused(delivered)))
                        : connection.preparedQuery(WAKE).execute().map(NOTHING));
    }

    private OutboxMessage refused(Delivered<ReviewDecided> delivered) {
        ReviewDecided decided = delivered.event();
        var applied = new ReviewApplied(
                decided.reviewId(),
                decided.masterplanId(),
                decided.executionId(),
                decided.sessionId(),
                decided.traceId(),
                decided.atomId(),
                ReviewApplied.Outcome.REFUSED,
                List.of("there is no execution " + decided.executionId()),
                null,
                null,
                null,
                decided.rehearsal(),
                clock.instant());
        return OutboxMessage.event(
                TimeOrderedId.next(), Topic.REVIEW_APPLIED, decided.masterplanId(), delivered.traceparent(), applied);
    }
}
