package dev.masterplan.planner.chat;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Messages in the database. */
@Singleton
public class MessageRepository implements PanacheRepositoryBase<Message, UUID> {

    /** In the order in which they were said. */
    public Uni<List<Message>> ofSession(UUID sessionId) {
        return list("sessionId = ?1 order by createdAt, id", sessionId);
    }

    /** What a user said and nobody answered yet, oldest first. */
    public Uni<List<Message>> open() {
        return list("open order by createdAt, id");
    }

    /** The message if nobody answered it yet, else null; nobody else can answer it until the transaction ends. */
    public Uni<Message> lockOpen(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .map(message -> message != null && message.open() ? message : null);
    }
}
