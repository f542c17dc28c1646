package dev.masterplan.messaging.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Paths of one tree, each of which means its own file on every system; adding one costs only its depth. */
public final class PathNames {

    private final Map<String, String> files = new HashMap<>();
    private final Map<String, String> folders = new HashMap<>();

    /** Adds the path unless it clashes; then says how. The same path may be added again. */
    public Optional<String> add(String path) {
        String folded = PathGuard.folded(path);
        String twin = files.get(folded);
        if (twin != null && !twin.equals(path)) {
            return Optional.of("differs only in case from " + twin);
        }
        String inside = folders.get(folded);
        if (inside != null) {
            return Optional.of("is a file and a folder at once, with " + inside);
        }
        for (int slash = folded.indexOf('/'); slash >= 0; slash = folded.indexOf('/', slash + 1)) {
            String file = files.get(folded.substring(0, slash));
            if (file != null) {
                return Optional.of("is a file and a folder at once, with " + file);
            }
        }
        files.put(folded, path);
        for (int slash = folded.indexOf('/'); slash >= 0; slash = folded.indexOf('/', slash + 1)) {
            folders.putIfAbsent(folded.substring(0, slash), path);
        }
        return Optional.empty();
    }
}
