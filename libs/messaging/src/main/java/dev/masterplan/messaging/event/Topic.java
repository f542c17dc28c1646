package dev.masterplan.messaging.event;

import java.time.Duration;

/** Every topic: its name, its event, who writes it, and its size, partitions and retention. */
public enum Topic {
    MASTERPLAN_APPROVED("masterplan.approved", "MasterPlanApproved", "planner", 6, 32, Duration.ofDays(30)),
    WAVE_COMPLETED("execution.wave-completed", "WaveCompleted", "execution", 6, 8, Duration.ofDays(30)),
    GATE_RESULT("execution.gate-result", "GateResult", "execution", 6, 1, Duration.ofDays(30)),
    RUN_CHANGED("execution.run-changed", "ExecutionRunChanged", "execution", 6, 1, Duration.ofDays(30)),
    REVIEW_CREATED("review.created", "ReviewCreated", "review", 6, 1, Duration.ofDays(30)),
    REVIEW_DECIDED("review.decided", "ReviewDecided", "review", 6, 8, Duration.ofDays(30)),
    REVIEW_APPLIED("execution.review-applied", "ReviewApplied", "execution", 6, 1, Duration.ofDays(30)),
    REVIEW_RESOLVED("review.resolved", "ReviewResolved", "review", 6, 1, Duration.ofDays(30)),
    COST_BOOKED("cost.booked", "CostBooked", "planner,review", 6, 1, Duration.ofDays(30)),
    LIVE_UPDATES("live.updates", "LiveUpdates", "planner,execution,review", 6, 8, Duration.ofDays(7)),
    LIVE_DELTAS("live.deltas", "LiveDelta", "planner,execution,review", 6, 1, Duration.ofHours(1));

    private static final String DEAD_LETTER_SUFFIX = ".dlq";

    private final String topicName;
    private final String event;
    private final String owners;
    private final int partitions;
    private final int maxMebibytes;
    private final Duration retention;

    Topic(String topicName, String event, String owners, int partitions, int maxMebibytes, Duration retention) {
        this.topicName = topicName;
        this.event = event;
        this.owners = owners;
        this.partitions = partitions;
        this.maxMebibytes = maxMebibytes;
        this.retention = retention;
    }

    public String topicName() {
        return topicName;
    }

    /** CloudEvents type, e.g. {@code dev.masterplan.WaveCompleted.v1}. */
    public String eventType() {
        return "dev.masterplan." + event + ".v1";
    }

    /** Name of the event's record without package. */
    public String event() {
        return event;
    }

    /** Services that may write it. */
    public java.util.List<String> owners() {
        return java.util.List.of(owners.split(","));
    }

    public int partitions() {
        return partitions;
    }

    public int maxMessageBytes() {
        return maxMebibytes * 1024 * 1024;
    }

    public Duration retention() {
        return retention;
    }

    public String deadLetterName() {
        return topicName + DEAD_LETTER_SUFFIX;
    }

    /** @throws IllegalArgumentException for a name that is no topic of ours */
    public static Topic ofName(String name) {
        for (Topic topic : values()) {
            if (topic.topicName.equals(name)) {
                return topic;
            }
        }
        throw new IllegalArgumentException("unknown topic: " + name);
    }
}
