package dev.masterplan.gateway.api;

import java.util.Locale;

/** A service behind the gateway; its audience is the {@code aud} of the identity that it accepts. */
public enum Inner {
    PLANNER("planner-service"),
    EXECUTION("execution-service"),
    REVIEW("review-service");

    private final String audience;

    Inner(String audience) {
        this.audience = audience;
    }

    /** What a person calls it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String audience() {
        return audience;
    }
}
