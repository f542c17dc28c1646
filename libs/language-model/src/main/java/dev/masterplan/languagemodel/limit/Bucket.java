package dev.masterplan.languagemodel.limit;

/**
 * Fills evenly with a minute's worth in a minute and holds a minute's worth. What is larger than all of it waits for a
 * full bucket and leaves it in debt.
 */
final class Bucket {

    private static final double NANOS_A_MINUTE = 60e9;

    private final double perMinute;
    private double level;
    private long seenAt;

    Bucket(double perMinute, long now) {
        this.perMinute = perMinute;
        this.level = perMinute;
        this.seenAt = now;
    }

    /** Nanoseconds until so much can be taken; 0 = now. */
    long wait(double amount, long now) {
        fill(now);
        double missing = Math.min(amount, perMinute) - level;
        return missing <= 0 ? 0 : (long) Math.ceil(missing / perMinute * NANOS_A_MINUTE);
    }

    void take(double amount, long now) {
        fill(now);
        level -= amount;
    }

    void giveBack(double amount, long now) {
        fill(now);
        level = Math.min(perMinute, level + amount);
    }

    private void fill(long now) {
        level = Math.min(perMinute, level + (now - seenAt) / NANOS_A_MINUTE * perMinute);
        seenAt = now;
    }
}
