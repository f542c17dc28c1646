package dev.masterplan.messaging.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The golden samples of version 1: what integrators and old rows may hold for ever. When an event grows, it gets one
 * more sample, with every field; those before stay as they were.
 */
final class Golden {

    private Golden() {}

    /** The newest, with every field. */
    static byte[] bytes(Topic topic) {
        return resource(names(topic).getLast());
    }

    /** All of that event, oldest first, as {@code SHA256SUMS} lists them. */
    static List<String> names(Topic topic) {
        return new String(resource("SHA256SUMS"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(" {2}")[1])
                .filter(name -> name.startsWith(topic.event() + ".v1"))
                .toList();
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
