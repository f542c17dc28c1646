package dev.masterplan.messaging.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Version 1 of every event stays readable. */
class GoldenSampleTest {

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldWriteWhatItReadWhenItIsAGoldenSample(Topic topic) throws IOException {
        // Given
        JsonNode golden = Golden.tree(topic);

        // When
        Object event = Json.read(Golden.bytes(topic), Golden.record(topic));

        // Then
        assertThat(Json.mapper().readTree(Json.write(event))).isEqualTo(golden);
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldKeepEveryFieldOfTheSamplesBefore(Topic topic) throws IOException {
        for (String name : Golden.names(topic)) {
            // Given
            JsonNode older = Json.mapper().readTree(Golden.resource(name));

            // When
            byte[] written = Json.write(Json.read(Golden.resource(name), Golden.record(topic)));

            // Then
            JsonNode newer = Json.mapper().readTree(written);
            assertThat(older.properties())
                    .as(name)
                    .allSatisfy(field -> assertThat(newer.get(field.getKey())).isEqualTo(field.getValue()));
        }
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldShowEveryFieldWhenItIsAGoldenSample(Topic topic) {
        // Given
        List<String> fields = Arrays.stream(Golden.record(topic).getRecordComponents())
                .map(RecordComponent::getName)
                .map(GoldenSampleTest::snakeCase)
                .toList();

        // When
        JsonNode golden = Golden.tree(topic);

        // Then
        assertThat(golden.properties()).extracting(e -> e.getKey()).containsExactlyInAnyOrderElementsOf(fields);
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void shouldIgnoreAFieldItDoesNotKnow(Topic topic) throws IOException {
        // Given
        ObjectNode newer = Golden.tree(topic).deepCopy();
        newer.put("added_later", "something");

        // When
        Object event = Json.read(Json.write(newer), Golden.record(topic));

        // Then
        assertThat(event).isEqualTo(Json.read(Golden.bytes(topic), Golden.record(topic)));
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void shouldRefuseAnEventWhenARequiredFieldIsMissing(Topic topic, String field) {
        // Given
        ObjectNode broken = Golden.tree(topic).deepCopy();
        broken.remove(field);

        // When
        assertThatThrownBy(() -> Json.read(Json.write(broken), Golden.record(topic)))
                // Then
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(field);
    }

    static Stream<Object[]> requiredFields() {
        return Stream.of(
                new Object[] {Topic.MASTERPLAN_APPROVED, "masterplan_id"},
                new Object[] {Topic.MASTERPLAN_APPROVED, "plan"},
                new Object[] {Topic.WAVE_COMPLETED, "execution_id"},
                new Object[] {Topic.WAVE_COMPLETED, "trace_id"},
                new Object[] {Topic.GATE_RESULT, "verdict"},
                new Object[] {Topic.RUN_CHANGED, "state"},
                new Object[] {Topic.REVIEW_CREATED, "kind"},
                new Object[] {Topic.REVIEW_DECIDED, "decision"},
                new Object[] {Topic.REVIEW_APPLIED, "outcome"},
                new Object[] {Topic.REVIEW_RESOLVED, "review_id"},
                new Object[] {Topic.COST_BOOKED, "amount_usd"},
                new Object[] {Topic.LIVE_DELTAS, "subject"});
    }

    @Test
    void shouldNeverChangeWhenASampleWasPublished() throws Exception {
        // Given
        List<String> sums = new String(Golden.resource("SHA256SUMS"), StandardCharsets.UTF_8)
                .lines()
                .toList();

        // Then
        assertThat(sums).hasSizeGreaterThanOrEqualTo(Topic.values().length);
        for (String line : sums) {
            String[] parts = line.split(" {2}");
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Golden.resource(parts[1]));
            assertThat(HexFormat.of().formatHex(digest)).as(parts[1]).isEqualTo(parts[0]);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
}
