package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.local.endtoend.ReceivedSpans.Received;
import dev.masterplan.local.stack.ServiceName;
import dev.masterplan.messaging.event.CloudEventHeaders;
import dev.masterplan.messaging.event.Topic;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** One trace id from the chat message to the review: in spans, tables, events, live updates, log lines and problems. */
@Tag("slow")
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneTraceTest {

    private static final Duration EXPORTED = Duration.ofSeconds(20);
    private static final int FAR_BELOW_THE_BUDGET = 2_000;

    /** What is no business of a plan, and why. */
    private static final Map<String, String> TECHNICAL = Map.of(
            "flyway_schema_history", "versions of the schema",
            "inbox", "ids of events that had their effect",
            "idempotency", "answers to requests that may come again, each of its own trace",
            "outbox_key", "counters",
            "outbox_publisher", "whether a process ended in order",
            "execution.instance", "leases of processes",
            "gateway.live_session", "counters",
            "planner.session", "older than its plans; it has the trace of the request that made it",
            "planner.discovery", "of a session; it has the trace of the message that was read",
            "outbox", "has the whole traceparent; looked at as Kafka records");

    private static final String ONLY_OF_IMPORTS = "planner.plan_import";

    private RunningProduct product;
    private UUID plan;
    private String run;
    private String trace;
    private List<Received> spans;

    @BeforeAll
    void trace(RunningProduct running, Rehearsed rehearsed) {
        product = running;
        plan = UUID.fromString(rehearsed.plan());
        run = rehearsed.run();
        trace = askedFor();
        await().atMost(EXPORTED).untilAsserted(() -> {
            spans = product.spans().of(trace);
            Set<String> ids = spans.stream().map(Received::spanId).collect(Collectors.toSet());
            assertThat(spans)
                    .as("every parent is in the trace")
                    .isNotEmpty()
                    .allMatch(span -> span.root() || ids.contains(span.parentId()));
            assertThat(named("process live.updates")).isNotEmpty();
        });
    }

    /** The trace of the message that asked for the plan. */
    private String askedFor() {
        JsonNode messages = product.json("/sessions/"
                        + product.json("/masterplans/" + plan)
                                .path("session_id")
                                .asText())
                .path("messages");
        String last = null;
        for (JsonNode message : messages) {
            if (message.path("text").asText().startsWith("/masterplan")) {
                last = message.path("trace_id").asText();
            }
        }
        return last;
    }

    private List<Received> named(String name) {
        return spans.stream().filter(span -> span.name().equals(name)).toList();
    }

    @Test
    void shouldHaveTheMessageAsItsOnlyRootAndSpansOfAllServices() {
        assertThat(spans.stream().filter(Received::root))
                .singleElement()
                .matches(root -> root.name().equals("message") && root.service().equals("planner-service"));
        assertThat(spans.stream().map(Received::service).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("planner-service", "execution-service", "review-service", "gateway-service");
        assertThat(spans).hasSizeLessThan(FAR_BELOW_THE_BUDGET);
    }

    @Test
    void shouldShowAttemptsWavesGatesAndReviewsWithTheirNumbers() {
        JsonNode waves = product.json("/executions/" + run + "/waves");
        int rounds = 0;
        for (JsonNode wave : waves) {
            rounds += wave.path("gates").size();
            String number = wave.path("number").asText();
            assertThat(named("wave " + number + " started"))
                    .isNotEmpty()
                    .allMatch(span -> number.equals(span.attribute("wave.number")));
        }
        assertThat(named("gate")).hasSize(rounds).allMatch(span -> span.attribute("wave.number") != null);
        assertThat(named("atom"))
                .isNotEmpty()
                .allMatch(span -> span.attribute("atom.id") != null && span.attribute("attempt") != null)
                .anyMatch(Received::failed);
        assertThat(named("chat blueprint")).hasSameSizeAs(named("atom"));
        assertThat(named("review")).hasSize(reviews().size()).allMatch(span -> span.attribute("review.id") != null);
        assertThat(Stream.of("gate", "atom", "chat blueprint", "review").flatMap(name -> named(name).stream()))
                .allMatch(span -> plan.toString().equals(span.attribute("masterplan.id")));
    }

    private JsonNode reviews() {
        return product.json("/reviews?limit=100&masterplan_id=" + plan).path("items");
    }

    @Test
    void shouldLetOnlyRequestsAndMessagesBeginTraces() {
        assertThat(product.spans().all().stream().filter(Received::root))
                .isNotEmpty()
                .allMatch(root ->
                        root.kind() == SpanKind.SPAN_KIND_SERVER || root.name().equals("message"))
                .noneMatch(root -> root.name().contains("/q/"));
    }

    @Test
    void shouldBeInEveryTable() throws SQLException {
        List<PlanRows.Table> tables = new PlanRows(product, plan).tables(TECHNICAL.keySet());

        assertThat(tables).extracting(PlanRows.Table::name).contains("planner.message", "execution.attempt");
        assertThat(tables).allSatisfy(table -> {
            assertThat(table.hasTraceId()).as(table.name()).isTrue();
            if (!table.name().equals(ONLY_OF_IMPORTS)) {
                assertThat(table.rows()).as("rows in " + table.name()).isPositive();
                assertThat(table.traceIds()).as(table.name()).containsExactly(trace);
            }
        });
    }

    @Test
    void shouldBeInEveryEvent() {
        List<ConsumerRecord<String, byte[]>> records = PlanRecords.of(product, plan);

        assertThat(records.stream().map(ConsumerRecord::topic).collect(Collectors.toSet()))
                .contains(
                        Topic.MASTERPLAN_APPROVED.topicName(),
                        Topic.WAVE_COMPLETED.topicName(),
                        Topic.GATE_RESULT.topicName(),
                        Topic.RUN_CHANGED.topicName(),
                        Topic.REVIEW_CREATED.topicName(),
                        Topic.LIVE_UPDATES.topicName());
        assertThat(records)
                .allMatch(sent ->
                        PlanRecords.header(sent, CloudEventHeaders.TRACEPARENT).startsWith("00-" + trace + "-"));
    }

    @Test
    void shouldBeInEveryLiveUpdate() {
        JsonNode page = product.json("/masterplans/" + plan + "/timeline?limit=1000");

        assertThat(page.path("items")).hasSize(page.path("total").asInt()).isNotEmpty();
        assertThat(page.path("items"))
                .allMatch(update -> update.path("trace_id").asText().equals(trace));
    }

    @Test
    void shouldBeInEveryLogLineThatNamesThePlanOrItsRun() throws IOException {
        List<String> lines = logLines().toList();

        assertThat(lines)
                .anyMatch(line -> line.contains("run claimed"))
                .allMatch(line -> line.contains("trace_id=" + trace));
    }

    private Stream<String> logLines() throws IOException {
        try (Stream<Path> files = Files.list(product.data().resolve("logs"))) {
            List<Path> logs = files.filter(OneTraceTest::ofService).toList();
            return logs.stream()
                    .flatMap(OneTraceTest::lines)
                    .filter(line -> line.contains(plan.toString()) || line.contains(run));
        }
    }

    private static boolean ofService(Path log) {
        String name = log.getFileName().toString();
        return Stream.of(ServiceName.values()).anyMatch(service -> name.startsWith(service.word()));
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void shouldLinkTheTraceOfAProblemAndThatOfThePlan() {
        // When
        String problem = product.api()
                .contentType(ContentType.JSON)
                .body(Map.of("start", true))
                .post("/masterplans/" + plan + "/approve")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .extract()
                .path("trace_id");

        // Then
        assertThat(problem).isNotEqualTo(trace);
        await().atMost(EXPORTED).untilAsserted(() -> {
            List<Received> request = product.spans().of(problem);
            assertThat(request.stream().filter(span -> span.kind() == SpanKind.SPAN_KIND_SERVER))
                    .extracting(Received::service)
                    .containsExactlyInAnyOrder("gateway-service", "planner-service");
            assertThat(request).anyMatch(span -> span.links().contains(trace));
            assertThat(product.spans().of(trace))
                    .anyMatch(span ->
                            span.name().equals("approve") && span.links().contains(problem));
        });
    }
}
