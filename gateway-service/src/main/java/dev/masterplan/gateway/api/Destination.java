package dev.masterplan.gateway.api;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where a path of the API is answered. A path is judged by its segments only, never by what they mean. */
public sealed interface Destination {

    /** Prefix of everything that this type judges. */
    String PREFIX = "/api/v1/";

    /** Answered by an inner service. @param upload the body is a folder and may be large */
    record Service(Inner inner, boolean upload) implements Destination {}

    /** Answered by the gateway itself. */
    record Own() implements Destination {}

    /** No such endpoint. */
    record Unknown() implements Destination {}

    /** The path is written so that two readers could understand it differently. */
    record Ambiguous() implements Destination {}

    /** @param rawPath path as it was sent, still percent-encoded, starting with {@link #PREFIX} */
    static Destination of(String rawPath) {
        if (ambiguous(rawPath)) {
            return new Ambiguous();
        }
        List<String> segments = List.of(rawPath.substring(PREFIX.length()).split("/", -1));
        return switch (segments.getFirst()) {
            case "sessions", "engine" -> new Service(Inner.PLANNER, false);
            case "masterplans" -> ofMasterPlan(segments);
            case "executions" -> new Service(Inner.EXECUTION, third(segments).equals("verifications"));
            case "cost" -> new Service(Inner.EXECUTION, false);
            case "reviews" -> new Service(Inner.REVIEW, false);
            case "session", "live" -> new Own();
            default -> new Unknown();
        };
    }

    private static Destination ofMasterPlan(List<String> segments) {
        return switch (third(segments)) {
            case "execute" -> new Service(Inner.EXECUTION, false);
            case "timeline" -> new Own();
            default -> new Service(Inner.PLANNER, false);
        };
    }

    private static String third(List<String> segments) {
        return segments.size() == 3 ? segments.get(2) : "";
    }

    private static boolean ambiguous(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return Set.of("//", "/./", "/../", "\\", "%2f", "%5c", "%2e", "%00", ";").stream()
                        .anyMatch(lower::contains)
                || lower.endsWith("/..")
                || lower.endsWith("/.");
    }
}
