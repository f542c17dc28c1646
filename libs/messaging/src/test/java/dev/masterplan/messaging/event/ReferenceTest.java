package dev.masterplan.messaging.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/reference says what the records and topics say; {@code -Dreference.write} writes it anew. */
class ReferenceTest {

    private static final Path REFERENCE = Path.of("../../docs/reference");

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldMatchTheRecordWhenItIsAPublishedSchema(Topic topic) throws IOException {
        assertPublished(
                REFERENCE.resolve("schemas").resolve(topic.event() + ".v1.json"),
                JsonSchema.text(JsonSchema.of(topic)));
    }

    @Test
    void shouldMatchTheTopicsWhenItIsTheAsyncApiDocument() throws IOException {
        assertPublished(REFERENCE.resolve("asyncapi.yaml"), AsyncApi.text());
    }

    private static void assertPublished(Path file, String expected) throws IOException {
        if (System.getProperty("reference.write") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(file).content().isEqualTo(expected);
    }
}
