package dev.masterplan.planner.analysis;

import java.util.Objects;

/**
 * One thing that is wrong with a plan. An error blocks approval, a warning does not.
 *
 * @param code           snake_case name of the rule, stable for programs
 * @param requirementKey requirement it is about, null when none
 * @param taskNumber     task it is about, null when none
 */
public record Finding(Severity severity, String code, String text, String requirementKey, Integer taskNumber) {

    public Finding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
    }

    /** Whether a finding blocks approval. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean blocks() {
        return severity == Severity.ERROR;
    }

    static Finding error(String code, String text) {
        return new Finding(Severity.ERROR, code, text, null, null);
    }

    public static Finding warning(String code, String text) {
        return new Finding(Severity.WARNING, code, text, null, null);
    }

    public Finding ofTask(int number) {
        return new Finding(severity, code, text, requirementKey, number);
    }

    Finding ofRequirement(String key) {
        return new Finding(severity, code, text, key, taskNumber);
    }
}
