package dev.masterplan.gateway.api;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A path as the label of a metric: never an id, so that the number of labels stays small. */
final class MetricPath {

    private static final Pattern WORD = Pattern.compile("|v\\d|\\{id}|[a-z]{1,16}(-[a-z]{1,16})?");

    private MetricPath() {}

    /** @param path of a request, or a word that the server put in its place, like {@code NOT_FOUND} */
    static String of(String path) {
        if (!path.startsWith("/")) {
            return path;
        }
        if (!path.startsWith(Destination.PREFIX) && !path.startsWith("/q/")) {
            return "/{page}";
        }
        return Arrays.stream(path.split("/", -1))
                .map(segment -> WORD.matcher(segment).matches() ? segment : "{id}")
                .collect(Collectors.joining("/"));
    }
}
