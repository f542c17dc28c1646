package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.masterplan.local.documents.MetricsDocument;
import dev.masterplan.local.stack.ServiceName;
import dev.masterplan.messaging.event.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code /q/metrics} counted during a rehearsal is what the API tells of it. */
@Tag("slow")
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExecutionMetricsTest {

    private RunningProduct product;
    private Rehearsed rehearsed;

    @BeforeAll
    void run(RunningProduct running, Rehearsed made) {
        product = running;
        rehearsed = made;
    }

    private double during(ServiceName service, String name, String... label) {
        return rehearsed.after().value(service, name, label)
                - rehearsed.before().value(service, name, label);
    }

    private double execution(String name, String... label) {
        return during(ServiceName.EXECUTION, name, label);
    }

    private List<JsonNode> gates() {
        List<JsonNode> gates = new ArrayList<>();
        product.json("/executions/" + rehearsed.run() + "/waves")
                .forEach(wave -> wave.path("gates").forEach(gates::add));
        return gates;
    }

    private double gates(String field) {
        return gates().stream().mapToInt(gate -> gate.path(field).asInt()).sum();
    }

    /** The last attempt of each time that an atom was worked on. */
    private List<JsonNode> lastAttempts() {
        Map<String, JsonNode> last = new LinkedHashMap<>();
        for (JsonNode atom : product.json("/executions/" + rehearsed.run() + "/atoms?limit=500")
                .path("items")) {
            String id = atom.path("id").asText();
            product.json("/executions/" + rehearsed.run() + "/atoms/" + id)
                    .path("attempts")
                    .forEach(attempt -> last.put(id + attempt.path("ladder").asText(), attempt));
        }
        return List.copyOf(last.values());
    }

    @Test
    void shouldCountEachJudgedRoundOfAWaveAndItsDuration() {
        assertThat(execution("masterplan_wave_duration_seconds_count")).isEqualTo(gates().size());
        assertThat(execution("masterplan_gates_total", "verdict=\"BLOCKED\"")).isPositive();
        double shown = 0;
        for (JsonNode wave : product.json("/executions/" + rehearsed.run() + "/waves")) {
            shown += wave.path("duration_ms").asDouble() / 1000;
        }
        assertThat(execution("masterplan_wave_duration_seconds_sum"))
                .as("a wave shows its last round, the metric has them all")
                .isGreaterThanOrEqualTo(shown - 0.001);
    }

    @Test
    void shouldCountAtomsByHowTheyEndedAndTheirRetries() {
        List<JsonNode> last = lastAttempts();

        assertThat(execution("masterplan_atoms_total", "state=\"COMPLETED\""))
                .isEqualTo(last.stream()
                        .filter(a -> a.path("state").asText().equals("ACCEPTED"))
                        .count());
        assertThat(execution("masterplan_atoms_total", "state=\"FAILED\""))
                .isEqualTo(last.stream()
                        .filter(a -> a.path("state").asText().equals("REJECTED"))
                        .count());
        assertThat(execution("masterplan_atom_retries_count")).isEqualTo(last.size());
        assertThat(execution("masterplan_atom_retries_sum"))
                .isPositive()
                .isEqualTo(last.stream()
                        .mapToInt(a -> a.path("number").asInt() - 1)
                        .sum());
    }

    @Test
    void shouldCountAcceptanceTestsAsTheGatesDid() {
        double passed = gates("must_passed") + gates("should_passed");

        assertThat(execution("masterplan_acceptance_tests_total", "passed=\"true\""))
                .isPositive()
                .isEqualTo(passed);
        assertThat(execution("masterplan_acceptance_tests_total", "passed=\"false\""))
                .isPositive()
                .isEqualTo(gates("must_total") + gates("should_total") - passed);
    }

    @Test
    void shouldRecordTheConfidenceOfEachScoredAtom() throws IOException {
        int scored = 0;
        double sum = 0;
        for (ConsumerRecord<String, byte[]> sent : PlanRecords.of(product, UUID.fromString(rehearsed.plan()))) {
            if (sent.topic().equals(Topic.WAVE_COMPLETED.topicName())) {
                for (JsonNode atom : new ObjectMapper().readTree(sent.value()).path("atoms")) {
                    scored += atom.hasNonNull("parts") ? 1 : 0;
                    sum += atom.hasNonNull("parts") ? atom.path("confidence").asDouble() : 0;
                }
            }
        }

        assertThat(execution("masterplan_confidence_count")).isPositive().isEqualTo(scored);
        assertThat(execution("masterplan_confidence_sum")).isCloseTo(sum, within(0.0001));
    }

    @Test
    void shouldRecordTheCostOfThePlanOnce() {
        double spent =
                product.json("/cost/" + rehearsed.plan()).path("spent_usd").asDouble();

        assertThat(execution("masterplan_plan_cost_usd_count")).isEqualTo(1);
        assertThat(execution("masterplan_plan_cost_usd_sum")).isPositive().isCloseTo(spent, within(0.000001));
    }

    @Test
    void shouldShowHowManyReviewsWait() {
        int waiting = 0;
        for (String state : List.of("PENDING", "IN_REVIEW")) {
            waiting += product.json("/reviews?limit=1&state=" + state)
                    .path("total")
                    .asInt();
        }

        assertThat(waiting).isPositive();
        assertThat(Metrics.of(product).value(ServiceName.REVIEW, "masterplan_review_queue_size"))
                .isEqualTo(waiting);
    }

    @Test
    void shouldTimeReadingPlanningAndAnalysisOnceAPlan() {
        assertThat(during(ServiceName.PLANNER, "masterplan_discovery_duration_seconds_count"))
                .isEqualTo(1);
        assertThat(during(ServiceName.PLANNER, "masterplan_generation_duration_seconds_count"))
                .as("without faults first, then with them")
                .isEqualTo(2);
        assertThat(during(ServiceName.PLANNER, "masterplan_analysis_duration_seconds_count"))
                .isEqualTo(2);
    }

    @Test
    void shouldDocumentEveryMetricAndLabelNoneWithAnId() {
        List<String> own = rehearsed.after().own();

        assertThat(own)
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(MetricsDocument.names()).as(line).anyMatch(name -> line.startsWith(name)));
        assertThat(own).noneMatch(line -> line.matches(".*[0-9a-f]{8}-[0-9a-f]{4}.*|.*[0-9a-f]{32}.*"));
    }
}
