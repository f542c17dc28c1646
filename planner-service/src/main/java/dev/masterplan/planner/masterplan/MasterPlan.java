package dev.masterplan.planner.masterplan;

import dev.masterplan.planner.trace.StoredTrace;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What stays the same over all versions of a plan: its session, its name and its one trace. */
@Entity
@Table(name = "master_plan")
public class MasterPlan {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID sessionId;

    @Column(nullable = false)
    private String name;

    @Embedded
    private StoredTrace trace;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    /** For Hibernate. */
    protected MasterPlan() {}

    public MasterPlan(UUID id, UUID sessionId, String name, StoredTrace trace, Instant createdAt) {
        this.id = id;
        this.sessionId = sessionId;
        this.name = name;
        this.trace = trace;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public String name() {
        return name;
    }

    public StoredTrace trace() {
        return trace;
    }

    public Instant createdAt() {
        return createdAt;
    }

    void rename(String newName) {
        name = newName;
    }
}
