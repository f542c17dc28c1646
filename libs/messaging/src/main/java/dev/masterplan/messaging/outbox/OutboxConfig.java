package dev.masterplan.messaging.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Thresholds of the outbox, its publisher and the inbox. */
@ConfigMapping(prefix = "masterplan.outbox")
public interface OutboxConfig {

    /** A service without outbox tables switches its publisher off. */
    @WithDefault("true")
    boolean enabled();

    /** How often waiting rows are looked for. */
    @WithDefault("1s")
    Duration tick();

    /** Older rows were missed by the publisher that wrote them. */
    @WithDefault("5s")
    Duration repairAfter();

    /** How long acknowledged rows are collected before they are marked or deleted together. */
    @WithDefault("20ms")
    Duration settleEvery();

    /** Rows read at once. */
    @WithDefault("200")
    int batch();

    /** Rows handed over and not yet sent; more wait in the table. */
    @WithDefault("20000")
    int queue();

    /** Longest wait of one send for metadata or buffer space. */
    @WithDefault("5s")
    Duration maxBlock();

    @WithDefault("5ms")
    Duration linger();

    /** How far back domain events are published again after an unclean stop. */
    @WithDefault("10m")
    Duration republish();

    @WithDefault("7d")
    Duration keepPublished();

    @WithDefault("14d")
    Duration keepInbox();
}
