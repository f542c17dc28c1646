package dev.masterplan.blueprint.code;

import java.util.List;
import java.util.UUID;

/**
 * One step in the writing of a file; after it the file is whole and works without the later ones.
 *
 * @param key          stable inside its file, so that ids live on when other links come or go
 * @param requirements what this step keeps
 */
public record Link(String key, String title, List<UUID> requirements) {

    public Link {
        requirements = List.copyOf(requirements);
    }

    static Link of(String key, String title) {
        return new Link(key, title, List.of());
    }
}
