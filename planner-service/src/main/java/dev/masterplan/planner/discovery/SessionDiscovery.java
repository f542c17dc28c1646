package dev.masterplan.planner.discovery;

import dev.masterplan.messaging.plan.Discovery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/** The discovery of a session; each change is one revision more. */
@Entity
@Table(name = "discovery")
public class SessionDiscovery {

    @Id
    private UUID sessionId;

    @Column(nullable = false)
    private int revision;

    private UUID messageId;

    @Column(nullable = false)
    private String text;

    @ColumnTransformer(read = "cast(document as text)", write = "cast(cast(? as text) as jsonb)")
    @Column(name = "document", nullable = false)
    private Discovery discovery;

    @Column(nullable = false)
    private String traceId;

    @Column(nullable = false)
    private Instant changedAt;

    @Version
    private long rowVersion;

    /** For Hibernate. */
    protected SessionDiscovery() {}

    public SessionDiscovery(UUID sessionId) {
        this.sessionId = sessionId;
    }

    /** @param inTrace trace of the message that changed it */
    public void change(Reading changed, String inTrace, Instant at) {
        messageId = changed.messageId();
        text = changed.text();
        discovery = changed.discovery();
        traceId = inTrace;
        changedAt = at;
        revision++;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public int revision() {
        return revision;
    }

    /** Null for a row of a release that did not keep the text. */
    public Reading reading() {
        return messageId == null ? null : new Reading(messageId, text, discovery);
    }

    public Discovery discovery() {
        return discovery;
    }
}
