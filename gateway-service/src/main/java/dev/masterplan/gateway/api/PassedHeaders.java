package dev.masterplan.gateway.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which headers cross the gateway.
 *
 * <p>Headers of one connection (RFC 9110, 7.6.1) stay, and so do the caller's secrets: no inner service ever sees the
 * sign-in token or the cookie. The trace context is written anew by the tracer, so that the gateway's span is in it.
 */
final class PassedHeaders {

    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect");

    private static final Set<String> NOT_INWARD = Set.of(
            "host",
            "cookie",
            "authorization",
            "origin",
            "traceparent",
            "tracestate",
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto");

    private static final Set<String> NOT_OUTWARD = Set.of(
            "set-cookie",
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
            "access-control-allow-origin",
            "access-control-allow-credentials");

    private PassedHeaders() {}

    /** @param connection values of the request's Connection header, which name further headers that stay */
    static boolean inward(String name, Collection<String> connection) {
        return crosses(name, connection) && !NOT_INWARD.contains(lower(name));
    }

    /** @param connection values of the response's Connection header */
    static boolean outward(String name, Collection<String> connection) {
        return crosses(name, connection) && !NOT_OUTWARD.contains(lower(name));
    }

    private static boolean crosses(String name, Collection<String> connection) {
        return !OF_ONE_CONNECTION.contains(lower(name)) && !named(connection).contains(lower(name));
    }

    private static Set<String> named(Collection<String> connection) {
        return connection.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(part -> lower(part.strip()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
