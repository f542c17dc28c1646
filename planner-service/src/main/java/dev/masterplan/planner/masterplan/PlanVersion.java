package dev.masterplan.planner.masterplan;

import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.Limits;
import dev.masterplan.planner.refusal.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;

/** One version of a plan. Status belongs to the version; only {@link PlanStatus#takes} commands change it. */
@Entity
@DynamicUpdate
@Table(name = "plan_version")
public class PlanVersion {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    private MasterPlan masterPlan;

    @Column(nullable = false, updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PlanStatus status;

    private String statusReason;

    @Column(nullable = false, updatable = false)
    private String author;

    @ColumnTransformer(read = "cast(engine as text)", write = "cast(cast(? as text) as jsonb)")
    @Column(nullable = false, updatable = false)
    private Engine engine;

    @ColumnTransformer(read = "cast(limits as text)", write = "cast(cast(? as text) as jsonb)")
    @Column(nullable = false, updatable = false)
    private Limits limits;

    @ColumnTransformer(read = "cast(document as text)", write = "cast(cast(? as text) as jsonb)")
    @Column(name = "document")
    private PlanContent content;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private Integer basedOn;

    @Column(updatable = false)
    private Integer restores;

    @Column(updatable = false)
    private String summary;

    private String decidedBy;

    @Column(nullable = false, updatable = false)
    private String traceId;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    private Instant decidedAt;

    @Version
    private long rowVersion;

    /** For Hibernate. */
    protected PlanVersion() {}

    /** The first version of a plan, before anything was read. */
    public static PlanVersion first(UUID id, MasterPlan plan, String author, Engine engine, Limits limits) {
        PlanVersion version = new PlanVersion();
        version.id = id;
        version.masterPlan = plan;
        version.number = 1;
        version.status = PlanStatus.GENERATING;
        version.author = author;
        version.engine = engine;
        version.limits = limits;
        version.traceId = plan.trace().traceId();
        version.createdAt = plan.createdAt();
        return version;
    }

    /**
     * The next draft of the same plan.
     *
     * @param number greater than that of every version before
     * @param before gives engine and limits
     * @param made   who made it, when, why, and of what
     */
    public static PlanVersion next(MasterPlan plan, int number, PlanVersion before, PlanContent content, Made made) {
        PlanVersion version = first(made.id(), plan, made.by(), before.engine, before.limits);
        version.number = number;
        version.status = PlanStatus.DRAFT;
        version.content = content;
        version.reason = made.reason();
        version.basedOn = made.basedOn();
        version.restores = made.restores();
        version.summary = made.summary();
        version.createdAt = made.at();
        version.masterPlan.rename(content.discovery().domain());
        return version;
    }

    /** Reading and planning are done; a person decides next. */
    public void drafted(PlanContent drafted) {
        require(PlanCommand.GENERATE);
        masterPlan.rename(drafted.discovery().domain());
        content = drafted;
        status = PlanStatus.DRAFT;
    }

    public void notUnderstood(String reason) {
        require(PlanCommand.GENERATE);
        status = PlanStatus.NOT_UNDERSTOOD;
        statusReason = reason;
    }

    public void failed(String reason) {
        require(PlanCommand.GENERATE);
        status = PlanStatus.FAILED;
        statusReason = reason;
    }

    /** A person takes the draft back; it stays readable. */
    public void discarded(String by, Instant at) {
        require(PlanCommand.DISCARD);
        status = PlanStatus.DISCARDED;
        decidedBy = by;
        decidedAt = at;
    }

    /** @throws Refusal when it is no draft, or the analysis has errors (they are in its fields) */
    public MasterPlanApproved approve(Approval approval) {
        require(PlanCommand.APPROVE);
        if (content.analysis().blocksApproval()) {
            throw Refusal.conflict(
                    "the analysis has errors",
                    Map.of("errors", content.analysis().errors()));
        }
        if (content.tests().isEmpty() && !approval.withoutTests()) {
            throw Refusal.conflict(
                    "no acceptance test proves anything of this plan: to build it all the same, approve it without tests",
                    Map.of("needs", "without_tests"));
        }
        status = PlanStatus.APPROVED;
        decidedBy = approval.by();
        decidedAt = approval.at();
        return ApprovedPlan.of(this, approval);
    }

    public void reject(String reason, String by, Instant at) {
        require(PlanCommand.REJECT);
        status = PlanStatus.REJECTED;
        statusReason = reason;
        decidedBy = by;
        decidedAt = at;
    }

    /** @throws Refusal when this status does not take the command */
    public void require(PlanCommand command) {
        status.require(command, number);
    }

    public MasterPlan masterPlan() {
        return masterPlan;
    }

    public int number() {
        return number;
    }

    public PlanStatus status() {
        return status;
    }

    public String statusReason() {
        return statusReason;
    }

    public Engine engine() {
        return engine;
    }

    public PlanOrder order() {
        return new PlanOrder(engine, limits);
    }

    public Limits limits() {
        return limits;
    }

    /** Null until the plan is drafted. */
    public PlanContent content() {
        return content;
    }

    /** The document, for those who need one. */
    public PlanContent requireContent() {
        if (content == null) {
            throw Refusal.conflict(
                    "version " + number + " is " + status + ": it has no plan", Map.of("plan_status", status));
        }
        return content;
    }

    public String author() {
        return author;
    }

    /** Why it was made; null for the first. */
    public String reason() {
        return reason;
    }

    /** Number of the version that it came of; null for the first. */
    public Integer basedOn() {
        return basedOn;
    }

    /** Number of the version whose content it takes up again; null when it is an edit. */
    public Integer restores() {
        return restores;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public long rowVersion() {
        return rowVersion;
    }
}
