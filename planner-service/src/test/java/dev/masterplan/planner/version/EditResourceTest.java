package dev.masterplan.planner.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.masterplan.messaging.event.Topic;
import dev.masterplan.planner.Gateway;
import dev.masterplan.planner.Records;
import dev.masterplan.planner.Talk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EditResourceTest {

    private static final String PATH = "/api/v1/masterplans/{id}";

    @Test
    void shouldMakeAVersionOfEveryEditAndKeepThoseBefore() {
        // Given
        String plan = draft();
        String task = task(plan, 1);

        // When
        ValidatableResponse edited = edit("ann", plan, 1, "clearer", rename(task, "Lay the ground"));

        // Then
        edited.statusCode(200)
                .body("version", equalTo(2))
                .body("status", equalTo("DRAFT"))
                .body("based_on", equalTo(1))
                .body("diff.tasks.id", contains(task))
                .body("diff.tasks[0].fields[0].before", equalTo("Lay the foundation"))
                .body("diff.tasks[0].fields[0].after", equalTo("Lay the ground"));
        get(plan, "")
                .body("version", equalTo(2))
                .body("author", equalTo("ann"))
                .body("reason", equalTo("clearer"))
                .body("plan.phases[0].milestones[0].tasks[0].name", equalTo("Lay the ground"));
        get(plan, "/versions")
                .body("version", contains(2, 1))
                .body("status", contains("DRAFT", "SUPERSEDED"))
                .body("[0].summary", equalTo("tasks: 1 changed"));
        get(plan, "/versions/1")
                .body("status", equalTo("SUPERSEDED"))
                .body("plan.phases[0].milestones[0].tasks[0].name", equalTo("Lay the foundation"));
    }

    @Test
    void shouldReadAChangedSentenceAgainAndSayWhatWouldBeDoneAgain() {
        // Given
        String plan = draft();

        Object edit = Map.of(
                "op", "change_requirement", "key", "R-002", "sentence", "Notes can be created, changed and listed.");

        // When
        ValidatableResponse edited = edit("ann", plan, 1, null, edit);

        // Then
        edited.statusCode(200)
                .body("diff.requirements.name", contains("R-002"))
                .body("diff.tests.kind", hasItem("REMOVED"))
                .body("errors", equalTo(0));
        get(plan, "/diff?from=1&to=2")
                .body("diff.requirements[0].fields[0].field", equalTo("sentence"))
                .body("again.atoms.why", hasItem("CHANGED"))
                .body("again.cost_usd.high", equalTo(0))
                .body("again.kept", greaterThan(0));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(told(plan)).contains("masterplan_changed"));
    }

    /** Types of the updates that pages got of the plan. */
    private static List<String> told(String plan) {
        String session = get(plan, "").extract().path("session_id");
        return Records.of(Topic.LIVE_UPDATES, session).stream()
                .map(ConsumerRecord::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .flatMap(text -> JsonPath.from(text).<String>getList("updates.type").stream())
                .toList();
    }

    @Test
    void shouldShowBothStatesWhenTwoPeopleEditTheSameVersion() {
        // Given
        String plan = draft();
        String first = task(plan, 1);
        String second = task(plan, 2);
        edit("ann", plan, 1, null, rename(first, "Of Ann")).statusCode(200);

        // When
        ValidatableResponse late = edit("bob", plan, 1, null, rename(second, "Of Bob"));

        // Then
        problem(late, 409)
                .body("base_version", equalTo(1))
                .body("current_version", equalTo(2))
                .body("current_author", equalTo("ann"))
                .body("theirs.tasks.id", contains(first))
                .body("yours.tasks.id", contains(second))
                .body("yours.tasks[0].fields[0].after", equalTo("Of Bob"));
        edit("bob", plan, 2, null, rename(second, "Of Bob")).statusCode(200).body("version", equalTo(3));
    }

    @Test
    void shouldLetOneOfManyEditsAtOnceThrough() throws Exception {
        // Given
        String plan = draft();
        String task = task(plan, 1);

        // When
        List<Integer> answers = atOnce(() ->
                edit("ann", plan, 1, null, rename(task, "At once")).extract().statusCode());

        // Then
        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        get(plan, "/versions").body("status", contains("DRAFT", "SUPERSEDED"));
    }

    @Test
    void shouldEditOnceWhenTheSameRequestComesTwice() {
        // Given
        String plan = draft();
        Object body = Map.of("base_version", 1, "edits", List.of(rename(task(plan, 1), "Once")));
        String key = UUID.randomUUID().toString();

        // When
        ValidatableResponse first = patch("ann", plan, body, key).statusCode(200);
        ValidatableResponse again = patch("ann", plan, body, key).statusCode(200);

        // Then
        assertThat(again.extract().body().asString())
                .isEqualTo(first.extract().body().asString());
        get(plan, "/versions").body("", hasSize(2));
    }

    @Test
    void shouldGoBackStepByStepWhenEditsAreUndone() {
        // Given
        String plan = draft();
        String task = task(plan, 1);
        edit("ann", plan, 1, null, rename(task, "Second")).statusCode(200);
        edit("ann", plan, 2, null, rename(task, "Third")).statusCode(200);

        // When
        post(plan, "undo", "{\"base_version\": 3}").statusCode(200).body("version", equalTo(4));
        String once = name(plan);
        post(plan, "undo", "{}").statusCode(200);
        String twice = name(plan);

        // Then
        assertThat(once).isEqualTo("Second");
        assertThat(twice).isEqualTo("Lay the foundation");
        get(plan, "/diff?from=1&to=5").body("diff.tasks", hasSize(0)).body("diff.tests", hasSize(0));
        problem(post(plan, "undo", "{}"), 409).body("detail", containsString("nothing to undo"));
        problem(post(plan, "undo", "{\"base_version\": 3}"), 409);
    }

    @Test
    void shouldMakeADraftOfTheNextVersionAfterApprovalWhichIsNotApprovedYet() {
        // Given
        String plan = draft();
        post(plan, "approve", "{\"start\": false, \"version\": 1}").statusCode(200);

        // When
        edit("ann", plan, 1, null, rename(task(plan, 1), "Later"))
                .statusCode(200)
                .body("version", equalTo(2));

        // Then
        get(plan, "/versions").body("status", contains("DRAFT", "APPROVED"));
        problem(post(plan, "approve", "{}"), 409).body("detail", containsString("not yet"));
        Gateway.as("ann")
                .delete(PATH + "/draft?base_version=2", plan)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("status", equalTo("APPROVED"));
        post(plan, "requirements/defer", "{\"requirements\": [\"R-003\"], \"reason\": \"later\"}")
                .statusCode(200)
                .body("version", equalTo(3))
                .body("status", equalTo("DRAFT"));
        get(plan, "/versions").body("status", contains("DRAFT", "DISCARDED", "APPROVED"));
    }

    @Test
    void shouldGoOnFromARejectedVersion() {
        // Given
        String plan = draft();
        String task = task(plan, 1);
        edit("ann", plan, 1, null, rename(task, "Second")).statusCode(200);
        post(plan, "reject", "{\"reason\": \"no\"}").statusCode(200);
        problem(edit("ann", plan, 2, null, rename(task, "Third")), 409).body("plan_status", equalTo("REJECTED"));

        // When
        post(plan, "draft", "{\"version\": 1, \"reason\": \"as it was\"}")
                .statusCode(200)
                .body("version", equalTo(3));

        // Then
        assertThat(name(plan)).isEqualTo("Lay the foundation");
        get(plan, "").body("status", equalTo("DRAFT")).body("reason", equalTo("as it was"));
        Gateway.as("ann")
                .queryParam("status", "DRAFT")
                .get("/api/v1/masterplans")
                .then()
                .body("items.id", hasItem(plan));
        problem(post(plan, "draft", "{\"version\": 9}"), 404);
    }

    @Test
    void shouldApproveOnlyWhatThePersonLooksAt() {
        // Given
        String plan = draft();
        edit("ann", plan, 1, null, rename(task(plan, 1), "Second")).statusCode(200);

        // When
        ValidatableResponse unseen = post(plan, "approve", "{\"version\": 1}");

        // Then
        problem(unseen, 409).body("detail", containsString("version 2"));
        problem(Gateway.as("ann").delete(PATH + "/draft", plan).then(), 409)
                .body("detail", startsWith("nothing was decided"));
        post(plan, "approve", "{\"version\": 2, \"start\": false}").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"edits": []}                                                           | 422
            {"base_version": 1}                                                     | 422
            {"base_version": 1, "edits": []}                                        | 422
            {"base_version": 9, "edits": [{"op": "delete_requirement"}]}            | 404
            {"base_version": 1, "edits": [{"op": "fly"}]}                           | 422
            {"base_version": 1, "edits": [{"op": "defer_requirements"}]}            | 422
            {"base_version": 1, "edits": [{"op": "change_task", "id": "x"}]}        | 422
            {"base_version": 1, "edits": [{"op": "change_task", "colour": "red"}]}  | 422
            {"base_version": 1, "edits": [{"op": "change_task", "name": "x"}]}      | 422
            {"base_version": 1, "edits": [{"op": "split_task", "subtasks": [null]}]}| 422
            {"base_version": 1, "edits": [null]}                                    | 422
            {"base_version": 1, "edits"                                             | 400
            """)
    void shouldRefuseAnEditThatIsNone(String body, int status) {
        // When
        ValidatableResponse answer = patch("ann", untouched(), body, null);

        // Then
        problem(answer, status);
        get(untouched(), "").body("version", equalTo(1)).body("reason", nullValue());
    }

    @Test
    void shouldRefuseEditsOfThoseWhoMayOnlyRead() {
        // When
        ValidatableResponse answer = Gateway.as("vera", Set.of("viewer"))
                .contentType(ContentType.JSON)
                .body("{}")
                .patch(PATH, untouched())
                .then();

        // Then
        problem(answer, 403);
    }

    private static String untouched;

    private static String untouched() {
        if (untouched == null) {
            untouched = draft();
        }
        return untouched;
    }

    private static String draft() {
        return Talk.plan(Talk.example("notes"), "DRAFT");
    }

    private static String task(String plan, int number) {
        return get(plan, "").extract().path("plan.phases[0].milestones[0].tasks[" + (number - 1) + "].id");
    }

    private static String name(String plan) {
        return get(plan, "").extract().path("plan.phases[0].milestones[0].tasks[0].name");
    }

    private static Map<String, Object> rename(String task, String name) {
        return Map.of("op", "change_task", "id", task, "name", name);
    }

    private static ValidatableResponse edit(String who, String plan, int base, String reason, Object edit) {
        Map<String, Object> body = reason == null
                ? Map.of("base_version", base, "edits", List.of(edit))
                : Map.of("base_version", base, "reason", reason, "edits", List.of(edit));
        return patch(who, plan, body, null);
    }

    private static ValidatableResponse patch(String who, String plan, Object body, String key) {
        var request = Gateway.as(who).contentType(ContentType.JSON).body(body);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .patch(PATH, plan)
                .then();
    }

    private static ValidatableResponse post(String plan, String command, String body) {
        return Gateway.as("ann")
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH + "/" + command, plan)
                .then();
    }

    private static ValidatableResponse get(String plan, String what) {
        return Gateway.as("ann").get(PATH + what, plan).then().statusCode(200);
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("trace_id", notNullValue())
                .body(not(containsString("dev.masterplan")));
    }

    private static <T> List<T> atOnce(Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers =
                    threads.invokeAll(IntStream.range(0, 5).mapToObj(i -> call).toList());
            return answers.stream().map(Future::resultNow).toList();
        }
    }
}
