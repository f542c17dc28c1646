package dev.masterplan.planner.chat;

import dev.masterplan.planner.trace.StoredTrace;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * Something said in a session. What a user says is work until it is answered; that is stored with it, so that a crash
 * loses none of it.
 */
@Entity
@Table(name = "message")
public class Message {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID sessionId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private MessageKind kind;

    @Column(nullable = false, updatable = false)
    private String text;

    @Column(updatable = false)
    private UUID masterplanId;

    @Column(nullable = false)
    private boolean open;

    @Embedded
    private StoredTrace trace;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    /** For Hibernate. */
    protected Message() {}

    private Message(UUID id, UUID sessionId, MessageKind kind, String text, StoredTrace trace, Instant createdAt) {
        this.id = id;
        this.sessionId = sessionId;
        this.kind = kind;
        this.text = text;
        this.trace = trace;
        this.createdAt = createdAt;
        this.open = kind.byUser();
    }

    /** @param masterplanId plan that it asks for, null when it asks for none */
    public static Message byUser(
            UUID id,
            UUID sessionId,
            MessageKind kind,
            String text,
            UUID masterplanId,
            StoredTrace trace,
            Instant createdAt) {
        Message message = new Message(id, sessionId, kind, text, trace, createdAt);
        message.masterplanId = masterplanId;
        return message;
    }

    /** The answer to a message, in its trace. */
    public static Message answer(UUID id, Message to, String text, Instant createdAt) {
        return new Message(id, to.sessionId, MessageKind.ANSWER, text, to.trace, createdAt);
    }

    /** Nothing is left to be done for it. */
    public void close() {
        open = false;
    }

    public UUID id() {
        return id;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public MessageKind kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    public UUID masterplanId() {
        return masterplanId;
    }

    public boolean open() {
        return open;
    }

    public StoredTrace trace() {
        return trace;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
