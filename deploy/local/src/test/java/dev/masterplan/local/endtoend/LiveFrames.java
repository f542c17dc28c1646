package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a page heard by its live channel, held against the journal. */
final class LiveFrames {

    private LiveFrames() {}

    /** The frames before and after the crash are together what the journal holds, each update once. */
    static void shouldBeTheJournals(RunningProduct product, List<String> frames, int framesAtTheKill)
            throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Long> seen = new ArrayList<>();
        long snapshot = 0;
        for (int i = 0; i < frames.size(); i++) {
            JsonNode frame = json.readTree(frames.get(i));
            if (frame.isArray()) {
                frame.forEach(update -> seen.add(update.path("seq").asLong()));
            } else {
                assertThat(i).as("a page that comes back goes on").isLessThan(framesAtTheKill);
                snapshot = frame.path("seq").asLong();
                seen.clear();
            }
        }
        long after = snapshot;
        String plan =
                json.readTree(frames.getLast()).path(0).path("masterplan_id").asText();
        JsonPath timeline = product.api()
                .get("/masterplans/" + plan + "/timeline?limit=1000")
                .jsonPath();
        assertThat(timeline.getList("items.type", String.class))
                .containsSubsequence(
                        "masterplan_approved",
                        "masterplan_execution_start",
                        "acceptance_tests_start",
                        "acceptance_tests_progress",
                        "acceptance_tests_complete",
                        "wave_execution_start");
        List<Number> stored = timeline.getList("items.seq");
        assertThat(seen)
                .isEqualTo(stored.stream()
                        .map(Number::longValue)
                        .filter(seq -> seq > after && seq <= seen.getLast())
                        .toList());
    }
}
