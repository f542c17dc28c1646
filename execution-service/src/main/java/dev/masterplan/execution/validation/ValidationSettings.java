package dev.masterplan.execution.validation;

import dev.masterplan.execution.sandbox.SandboxLimits;
import java.time.Duration;

/** Time and room of one validation. */
public record ValidationSettings(Duration syntaxLimit, Duration unitTestLimit, SandboxLimits limits) {

    /** 10 s for the compiler, 20 s with unit tests. */
    public static ValidationSettings standard() {
        return new ValidationSettings(Duration.ofSeconds(10), Duration.ofSeconds(20), SandboxLimits.small());
    }
}
