package dev.masterplan.execution;

/** Roles that the gateway gives; everybody signed in may read. */
public final class Roles {

    public static final String OPERATOR = "operator";
    public static final String ADMIN = "admin";

    private Roles() {}
}
