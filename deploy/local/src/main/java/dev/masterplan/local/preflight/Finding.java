package dev.masterplan.local.preflight;

/**
 * What one look at the machine showed.
 *
 * @param text what is there, or what is not
 * @param cure what to do about it in one line, empty when all is well
 */
public record Finding(Subject subject, Level level, String text, String cure) {

    /** Everything that is looked at, in the order it is shown. */
    public enum Subject {
        JDK,
        MAVEN,
        GIT,
        NODE,
        SANDBOX,
        PYTHON,
        PORTS,
        DISK,
        ENGINE,
        KAFKA
    }

    /** FAIL: a run can't end; LESS: something is left out, and said. */
    public enum Level {
        OK,
        LESS,
        FAIL
    }

    public static Finding ok(Subject subject, String text) {
        return new Finding(subject, Level.OK, text, "");
    }

    public static Finding less(Subject subject, String text, String cure) {
        return new Finding(subject, Level.LESS, text, cure);
    }

    public static Finding fail(Subject subject, String text, String cure) {
        return new Finding(subject, Level.FAIL, text, cure);
    }

    public boolean failed() {
        return level == Level.FAIL;
    }
}
