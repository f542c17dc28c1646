package dev.masterplan.local.flow;

/** How long the parts took. @param total from the start of the command to the end of the run */
public record Seconds(double stack, double plan, double execute, double total) {

    /** Measures one part after the other. */
    static final class Watch {
        private final long started = System.nanoTime();
        private long mark = started;

        /** Seconds since the last lap. */
        double lap() {
            long now = System.nanoTime();
            double seconds = (now - mark) / 1e9;
            mark = now;
            return rounded(seconds);
        }

        double total() {
            return rounded((System.nanoTime() - started) / 1e9);
        }
    }

    static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
