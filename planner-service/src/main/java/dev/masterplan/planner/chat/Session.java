package dev.masterplan.planner.chat;

import dev.masterplan.planner.trace.StoredTrace;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A talk of one person about one piece of software. */
@Entity
@Table(name = "session")
public class Session {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private boolean archived;

    @Column(nullable = false, updatable = false)
    private String owner;

    @Embedded
    private StoredTrace trace;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    /** For Hibernate. */
    protected Session() {}

    public Session(UUID id, String name, String owner, StoredTrace trace, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.owner = owner;
        this.trace = trace;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public boolean archived() {
        return archived;
    }

    public StoredTrace trace() {
        return trace;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
