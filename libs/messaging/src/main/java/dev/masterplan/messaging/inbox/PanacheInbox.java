package dev.masterplan.messaging.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Drops duplicates in the caller's Hibernate Reactive session and transaction. */
@ApplicationScoped
public class PanacheInbox {

    private static final String INSERT = """
            INSERT INTO inbox (consumer, event_id) VALUES (:consumer, :event)
            ON CONFLICT (consumer, event_id) DO NOTHING
            """;

    /** True for the first time; call it in the transaction of the effect and do nothing when it says false. */
    public Uni<Boolean> firstTime(String consumer, UUID eventId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("consumer", consumer)
                        .setParameter("event", eventId)
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }
}
