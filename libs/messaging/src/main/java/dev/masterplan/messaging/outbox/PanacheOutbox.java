package dev.masterplan.messaging.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Appends messages in the caller's Hibernate Reactive session and transaction; they are published right after its
 * commit, because the same statement notifies this process's {@link OutboxPublisher}.
 *
 * <p>Keys are locked in one order; append once per transaction, so that two writers can't lock each other out.
 */
@ApplicationScoped
public class PanacheOutbox {

    private static final String INSERT = """
            WITH numbered AS (
                INSERT INTO outbox_key AS k (topic, key, last) VALUES (:topic, :key, 1)
                ON CONFLICT (topic, key) DO UPDATE SET last = k.last + 1
                RETURNING last
            ), written AS (
                INSERT INTO outbox (id, topic, key, sequence, kind, masterplan_id, traceparent, payload)
                SELECT :id, :topic, :key, last, :kind, CAST(NULLIF(:masterplan, '') AS uuid), NULLIF(:traceparent, ''),
                       :payload
                FROM numbered
                RETURNING id
            )
            SELECT CAST(pg_notify(CAST(current_schema() AS text) || '_outbox', :wake) AS text) FROM written
            """;

    private final OutboxPublisher publisher;

    public PanacheOutbox(OutboxPublisher publisher) {
        this.publisher = publisher;
    }

    public Uni<Void> append(OutboxMessage... messages) {
        return append(List.of(messages));
    }

    /** Messages of one key keep their order. */
    public Uni<Void> append(List<OutboxMessage> messages) {
        List<OutboxMessage> lockOrder = messages.stream()
                .sorted(Comparator.comparing((OutboxMessage m) -> m.topic().topicName())
                        .thenComparing(OutboxMessage::key))
                .toList();
        return Panache.getSession()
                .chain(session -> Multi.createFrom()
                        .iterable(lockOrder)
                        .onItem()
                        .transformToUniAndConcatenate(message -> insert(session, message))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Object> insert(Mutiny.Session session, OutboxMessage message) {
        return session.createNativeQuery(INSERT, Object.class)
                .setParameter("id", message.id())
                .setParameter("topic", message.topic().topicName())
                .setParameter("key", message.key())
                .setParameter("kind", SqlOutbox.kind(message))
                .setParameter("masterplan", text(message.masterplanId()))
                .setParameter("traceparent", text(message.traceparent()))
                .setParameter("payload", message.payload())
                .setParameter("wake", publisher.wakeUpCall(message))
                .getSingleResultOrNull();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
