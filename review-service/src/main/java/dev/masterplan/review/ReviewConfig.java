package dev.masterplan.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Every threshold of this service. */
@ConfigMapping(prefix = "masterplan.review")
public interface ReviewConfig {

    /** Largest edited file in bytes of UTF-8. */
    @WithDefault("1048576")
    int maxContentBytes();

    /** Longest comment in characters. */
    @WithDefault("4000")
    int maxCommentLength();

    /** Most items a list answers with at once. */
    @WithDefault("200")
    int maxPageSize();

    /** How long an answer is kept for a repeated Idempotency-Key. */
    @WithDefault("24")
    int idempotencyHours();
}
