package dev.masterplan.planner.exchange.mapping;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids made of the import's message and the foreign ids: reading the same files for the same message gives the same. */
record ImportIds(UUID messageId) {

    UUID milestone(String key) {
        return id("milestone/" + key);
    }

    UUID task(String id) {
        return id("task/" + id);
    }

    UUID subtask(String id) {
        return id("subtask/" + id);
    }

    UUID requirement(String key) {
        return id("requirement/" + key);
    }

    private UUID id(String key) {
        return UUID.nameUUIDFromBytes((messageId + "/" + key).getBytes(StandardCharsets.UTF_8));
    }
}
