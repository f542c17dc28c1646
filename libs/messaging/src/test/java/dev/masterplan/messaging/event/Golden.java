package dev.masterplan.messaging.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The golden samples of version 1: what integrators and old rows may hold for ever. */
final class Golden {

    private Golden() {}

    static byte[] bytes(Topic topic) {
        return resource(topic.event() + ".v1.json");
    }

    static JsonNode tree(Topic topic) {
        try {
            return Json.mapper().readTree(bytes(topic));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] resource(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no golden sample " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Class<?> record(Topic topic) {
        try {
            return Class.forName(Topic.class.getPackageName() + "." + topic.event());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no record for topic " + topic.topicName(), e);
        }
    }
}
