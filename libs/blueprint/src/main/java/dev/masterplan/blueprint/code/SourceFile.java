package dev.masterplan.blueprint.code;

import java.util.List;
import java.util.UUID;

/** One file of the generated program, written link by link. */
public interface SourceFile {

    /** Relative, with {@code /}. */
    String path();

    /** At least one, in the order of writing. */
    List<Link> links();

    /** The whole file as it is after the first {@code count} links, 1 to the number of links. */
    String write(int count, Writing writing);

    /** What the whole file keeps. */
    default List<UUID> requirements() {
        return links().stream()
                .flatMap(link -> link.requirements().stream())
                .distinct()
                .toList();
    }
}
