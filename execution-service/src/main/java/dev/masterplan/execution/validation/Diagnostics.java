package dev.masterplan.execution.validation;

/** How much of what went wrong is kept: what fits into a prompt and a page. */
final class Diagnostics {

    static final int LONGEST = 40;

    private Diagnostics() {}
}
