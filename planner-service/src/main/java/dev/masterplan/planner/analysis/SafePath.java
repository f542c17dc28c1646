package dev.masterplan.planner.analysis;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which file names a plan may write: relative, inside the tree, and none that git or the gate owns. */
final class SafePath {

    private static final int MAX_LENGTH = 240;
    private static final Set<String> OWNED_BY_THE_SERVICE = Set.of("acceptance", ".masterplan");

    private SafePath() {}

    /** Why the path can't be written, empty when it can. */
    static Optional<String> refusal(String path) {
        if (path == null || path.isBlank()) {
            return Optional.of("is empty");
        }
        if (path.length() > MAX_LENGTH) {
            return Optional.of("is longer than " + MAX_LENGTH + " characters");
        }
        if (path.chars().anyMatch(c -> c < ' ' || c == '\\' || c == ':' || c == 0x7f)) {
            return Optional.of("holds a character that is not allowed");
        }
        if (path.startsWith("/") || path.startsWith("~")) {
            return Optional.of("is not relative to the tree");
        }
        return segments(path.split("/", -1));
    }

    private static Optional<String> segments(String[] segments) {
        if (OWNED_BY_THE_SERVICE.contains(segments[0].toLowerCase(Locale.ROOT))) {
            return Optional.of("belongs to the service");
        }
        for (String segment : segments) {
            if (segment.isBlank() || segment.equals(".") || segment.equals("..")) {
                return Optional.of("leaves the tree or has an empty part");
            }
            if (segment.toLowerCase(Locale.ROOT).startsWith(".git") && !segment.equals(".gitignore")) {
                return Optional.of("belongs to git");
            }
            if (segment.endsWith(".") || segment.endsWith(" ") || segment.startsWith("-")) {
                return Optional.of("has a part that is not portable");
            }
        }
        return Optional.empty();
    }
}
