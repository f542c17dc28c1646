package dev.masterplan.planner.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.Limits;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.planner.Gateway;
import dev.masterplan.planner.Talk;
import dev.masterplan.planner.analysis.Guidance;
import dev.masterplan.planner.analysis.PlanAnalysis;
import dev.masterplan.planner.database.BlockingTransactions;
import dev.masterplan.planner.edit.RandomPlans;
import dev.masterplan.planner.masterplan.MasterPlan;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.masterplan.PlanVersion;
import dev.masterplan.planner.masterplan.PlanVersionRepository;
import dev.masterplan.planner.trace.StoredTrace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The figures of a plan of a thousand tasks; run by flag on a machine with little else to do. */
@QuarkusTest
@Tag("long")
class PlanFiguresTest {

    private static final int ROUNDS = 60;
    private static final int WARM = 20;

    @Inject
    PlanVersionRepository versions;

    @Inject
    BlockingTransactions transactions;

    @Test
    void shouldAnalyseLoadAndEditAThousandTasksInTheTimePromised() {
        // Given
        PlanContent content = thousandTasks();
        String plan = stored(content);
        List<Task> tasks = content.plan().tasks().toList();

        // When
        List<Double> analysis = new ArrayList<>();
        List<Double> load = new ArrayList<>();
        List<Double> edit = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            int round = i;
            analysis.add(ms(() ->
                    PlanAnalysis.of(content.discovery(), content.plan(), content.tests(), new Guidance(3, 7, 0.15))));
            load.add(ms(() ->
                    Gateway.as("ann").get("/api/v1/masterplans/{id}", plan).asByteArray()));
            UUID task = tasks.get(round * 7 % tasks.size()).id();
            edit.add(ms(() -> rename(plan, task, round + 1)));
        }

        // Then
        System.out.printf(
                "tasks %d, subtasks %d; after %d rounds of warming up, ms p50/p95: analysis %s, load %s, edit %s%n",
                tasks.size(), content.estimate().subtasks(), WARM, said(analysis), said(load), said(edit));
        assertThat(p95(analysis)).isLessThan(200);
        assertThat(p95(load)).isLessThan(300);
        assertThat(p95(edit)).isLessThan(100);
    }

    private static void rename(String plan, UUID task, int base) {
        Map<String, Object> edit = Map.of("op", "change_task", "id", task, "name", "Renamed " + base);
        Gateway.as("ann")
                .contentType(ContentType.JSON)
                .body(Map.of("base_version", base, "edits", List.of(edit)))
                .patch("/api/v1/masterplans/{id}", plan)
                .then()
                .statusCode(200);
    }

    private static PlanContent thousandTasks() {
        Random random = new Random(11);
        PlanContent content = RandomPlans.plan(random, 30);
        while (content.plan().tasks().count() < 1_000 || content.plan().tasks().count() > 1_100) {
            content = RandomPlans.plan(random, 40);
        }
        return content;
    }

    private String stored(PlanContent content) {
        UUID session = UUID.fromString(Talk.session("figures"));
        UUID id = TimeOrderedId.next();
        StoredTrace trace = new StoredTrace("0".repeat(31) + "1", "00-" + "0".repeat(31) + "1-0000000000000001-01");
        MasterPlan plan = new MasterPlan(id, session, "Imported", trace, Instant.now());
        Limits limits = new Limits(BigDecimal.ONE, BigDecimal.TEN, 100);
        PlanVersion first = PlanVersion.first(TimeOrderedId.next(), plan, "ann", new Engine("blueprint", null), limits);
        first.drafted(content);
        transactions.run(() -> versions.add(first));
        return id.toString();
    }

    private static double ms(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static String said(List<Double> times) {
        return "%.0f/%.0f".formatted(percentile(times, 50), p95(times));
    }

    private static double p95(List<Double> times) {
        return percentile(times, 95);
    }

    private static double percentile(List<Double> times, int percent) {
        List<Double> sorted = new ArrayList<>(times.subList(WARM, times.size()));
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }
}
