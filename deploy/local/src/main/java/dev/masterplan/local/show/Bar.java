package dev.masterplan.local.show;

/** A bar of ten cells. */
final class Bar {

    private static final int CELLS = 10;

    private Bar() {}

    /** All cells are full only when {@code done} reached {@code total}. */
    static String of(int done, int total) {
        int full = total == 0 ? 0 : Math.min(CELLS, done * CELLS / total);
        return "█".repeat(full) + "░".repeat(CELLS - full);
    }
}
