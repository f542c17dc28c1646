package dev.masterplan.proof;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** What the consumer of the proofs does with an event. */
@Entity
public class Effect {

    @Id
    public UUID id;

    @Column(name = "masterplan_id")
    public UUID masterplanId;

    public int wave;
    public String traceparent;

    @Column(name = "logged_trace")
    public String loggedTrace;
}
