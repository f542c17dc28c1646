package dev.masterplan.blueprint.test;

/** HTTP statuses that every generated program keeps (docs/reference/program-interface.md). */
final class Status {
    static final int MALFORMED = 400;
    static final int UNKNOWN = 404;
    static final int CONFLICT = 409;
    static final int INVALID = 422;

    private Status() {}
}
