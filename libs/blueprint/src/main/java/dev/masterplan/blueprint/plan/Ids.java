package dev.masterplan.blueprint.plan;

import dev.masterplan.messaging.plan.Discovery;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids made from the first message and a stable key, so that they live on over versions. */
record Ids(UUID messageId) {

    /** @throws IllegalArgumentException when the discovery has no requirement */
    static Ids of(Discovery discovery) {
        if (discovery.requirements().isEmpty()) {
            throw new IllegalArgumentException("nothing to plan: the discovery has no requirement");
        }
        return new Ids(discovery.requirements().getFirst().source().messageId());
    }

    UUID milestone(String name) {
        return id("milestone/" + name);
    }

    UUID task(String key) {
        return id("task/" + key);
    }

    UUID subtask(String path, String link) {
        return id("subtask/" + path + "#" + link);
    }

    private UUID id(String key) {
        return UUID.nameUUIDFromBytes((messageId + "/" + key).getBytes(StandardCharsets.UTF_8));
    }
}
