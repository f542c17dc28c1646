package dev.masterplan.review.http;

/** Roles that the gateway gives; everybody signed in may read. */
public final class Roles {

    public static final String REVIEWER = "reviewer";
    public static final String ADMIN = "admin";

    private Roles() {}
}
