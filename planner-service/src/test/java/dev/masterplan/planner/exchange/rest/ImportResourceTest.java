package dev.masterplan.planner.exchange.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.masterplan.planner.Gateway;
import dev.masterplan.planner.Talk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportResourceTest {

    private static final String IMPORT = "/api/v1/masterplans/import";
    private static final String TASKS = """
            {"tasks": [
              {"id": 1, "title": "Store notes", "details": "Create notes/store.py", "priority": "high",
               "testStrategy": "A note is found again", "status": "done"},
              {"id": 2, "title": "Show notes", "details": "Create notes/page.py", "dependencies": [1, 7]}]}
            """;

    @Test
    void shouldOpenASessionNamedAfterTheFileWithADraftItsReportAndItsWaysOut() {
        // When
        ValidatableResponse accepted = post(Map.of("files", List.of(file("plans/notes.json", TASKS))))
                .statusCode(202)
                .body("trace_id", notNullValue());
        String plan = accepted.extract().path("masterplan_id");
        String session = accepted.extract().path("session_id");
        Talk.awaitStatus(plan, "DRAFT");

        // Then
        Gateway.as("ann")
                .get("/api/v1/sessions/{id}", session)
                .then()
                .body("name", equalTo("notes"))
                .body("messages.role", equalTo(List.of("user", "assistant")))
                .body("messages[1].text", containsString("Read as Task Master: 1 milestone, 2 tasks"));
        Gateway.as("ann")
                .get("/api/v1/masterplans/{id}", plan)
                .then()
                .body("name", equalTo("notes"))
                .body("discovery.requirements.key", equalTo(List.of("TM-1")))
                .body("plan.phases[1].milestones[0].tasks[0].subtasks[0].done", equalTo(true))
                .body("analysis.errors.code", equalTo(List.of("not_covered")));
        Gateway.as("ann")
                .get("/api/v1/masterplans/{id}/import", plan)
                .then()
                .statusCode(200)
                .body("report.format", equalTo("TASK_MASTER"))
                .body("report.files", equalTo(List.of("plans/notes.json")))
                .body("report.notes.findAll { it.kind == 'DROPPED' }.line", equalTo(List.of(4)));
    }

    @Test
    void shouldBeApprovedOnlyWithoutTestsWhenNoTestProvesAnything() {
        // Given
        String plan = imported("bare", file("tasks.md", "- [ ] T001 Write notes/store.py"));

        // Then
        approve(plan, "{\"start\": false}")
                .statusCode(409)
                .body("needs", equalTo("without_tests"))
                .body("detail", containsString("no acceptance test"));
        approve(plan, "{\"start\": false, \"without_tests\": true}").statusCode(200);
    }

    @Test
    void shouldBeFinishedByAPersonWhoPutsItsRequirementsOff() {
        // Given
        String plan = imported("finished", file("notes.json", TASKS));

        // When
        Gateway.as("ann")
                .contentType(ContentType.JSON)
                .body("{\"requirements\": \"all\", \"reason\": \"the team tests it\"}")
                .post("/api/v1/masterplans/{id}/requirements/defer", plan)
                .then()
                .statusCode(200)
                .body("analysis.errors", equalTo(List.of()))
                .body("analysis.warnings.findAll { it.code == 'not_written' }.task_number", equalTo(List.of(1, 2)))
                .body("plan.phases[1].milestones[0].tasks.name", equalTo(List.of("1 Store notes", "2 Show notes")))
                .body("discovery.requirements.coverage.by", equalTo(List.of("ann")));

        // Then
        approve(plan, "{\"start\": false, \"without_tests\": true}")
                .statusCode(200)
                .body("approved_by", equalTo("ann"));
    }

    @Test
    void shouldTakeFilesOfAForm() {
        // When
        String plan = Gateway.as("ann")
                .multiPart("name", "From a form")
                .multiPart("files", "tasks.md", "- [ ] T001 Write a.py".getBytes(StandardCharsets.UTF_8))
                .multiPart("files", "spec.md", "- **FR-001**: It MUST work".getBytes(StandardCharsets.UTF_8))
                .post(IMPORT)
                .then()
                .statusCode(202)
                .extract()
                .path("masterplan_id");
        Talk.awaitStatus(plan, "DRAFT");

        // Then
        Gateway.as("ann")
                .get("/api/v1/masterplans/{id}", plan)
                .then()
                .body("name", equalTo("From a form"))
                .body("discovery.requirements.key", equalTo(List.of("FR-001")));
    }

    @Test
    void shouldTakeBackWhatItExported() {
        // Given
        String first = Talk.plan(Talk.example("notes"), "DRAFT");
        byte[] exported = export(first);

        // When
        String second =
                imported("notes again", file("notes.masterplan.json", new String(exported, StandardCharsets.UTF_8)));

        // Then
        assertThat(export(second)).isEqualTo(exported);
        assertThat(content(second)).isEqualTo(content(first));
        Gateway.as("ann")
                .get("/api/v1/masterplans/{id}/import", second)
                .then()
                .body("report.format", equalTo("OWN"))
                .body("report.notes", equalTo(List.of()));
    }

    @Test
    void shouldAnswerTheSameWhenARequestIsSentTwice() {
        // Given
        Map<String, Object> body = Map.of("files", List.of(file("tasks.md", "- [ ] T001 Write a.py")));

        // When
        String first = keyed("import-once", body).statusCode(202).extract().asString();
        String second = keyed("import-once", body).statusCode(202).extract().asString();

        // Then
        assertThat(second).isEqualTo(first);
        keyed("import-once", Map.of("files", List.of(file("tasks.md", "- [ ] T001 Write b.py"))))
                .statusCode(422);
    }

    @Test
    void shouldLeaveAnImportedDiscoveryAloneWhenItIsTalkedTo() {
        // Given
        ValidatableResponse accepted =
                post(Map.of("files", List.of(file("notes.json", TASKS)))).statusCode(202);
        Talk.awaitStatus(accepted.extract().path("masterplan_id"), "DRAFT");
        String session = accepted.extract().path("session_id");

        // When
        Talk.say(session, "A note has a title.");

        // Then
        await().untilAsserted(() -> Gateway.as("ann")
                .get("/api/v1/sessions/{id}", session)
                .then()
                .body("messages.text", hasItem(containsString("talk can't change it"))));
        Gateway.as("ann").get("/api/v1/sessions/{id}/discovery", session).then().body("revision", equalTo(1));
    }

    @Test
    void shouldSayWhatAndWhereWhenFilesAreRefused() {
        post(Map.of("files", List.of())).statusCode(422).body("detail", equalTo("there is no file to import"));
        post(Map.of("files", List.of(file("tasks.json", "{\"tasks\": [}"))))
                .statusCode(400)
                .body("detail", equalTo("tasks.json, line 1, column 12: not JSON"));
        post(Map.of("files", List.of(file("a.md", "x"), file("a.md", "y")))).statusCode(422);
        post(Map.of("files", List.of(file("README.md", "# Hello"))))
                .statusCode(422)
                .body("detail", containsString("- [ ] T001"));
        post(Map.of("name", "a\nb", "files", List.of(file("tasks.md", "- [ ] T001 Write a.py"))))
                .statusCode(422);
        post(Map.of("files", List.of(file("tasks.md", "x".repeat(1_048_577)))))
                .statusCode(413)
                .body("detail", containsString("1024 KiB"));
        Gateway.as("ann")
                .multiPart("files", "tasks.md", new byte[] {'-', (byte) 0xff})
                .post(IMPORT)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("tasks.md is not text in UTF-8"));
    }

    @Test
    void shouldRefuseWhoMayOnlyRead() {
        Gateway.as("eve", Set.of("viewer"))
                .contentType(ContentType.JSON)
                .body(Map.of("files", List.of(file("tasks.md", "- [ ] T001 Write a.py"))))
                .post(IMPORT)
                .then()
                .statusCode(403);
    }

    @Test
    void shouldKnowNoImportOfAPlanThatWasMadeHere() {
        String plan = Talk.plan(Talk.example("notes"), "DRAFT");

        Gateway.as("ann")
                .get("/api/v1/masterplans/{id}/import", plan)
                .then()
                .statusCode(200)
                .body("report", nullValue());
        Gateway.as("ann")
                .get("/api/v1/masterplans/{id}/import", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private static Map<String, Object> file(String name, String text) {
        return Map.of("name", name, "text", text);
    }

    private static String imported(String name, Map<String, Object> file) {
        String plan = post(Map.of("name", name, "files", List.of(file)))
                .statusCode(202)
                .extract()
                .path("masterplan_id");
        Talk.awaitStatus(plan, "DRAFT");
        return plan;
    }

    private static ValidatableResponse post(Map<String, Object> body) {
        return Gateway.as("ann")
                .contentType(ContentType.JSON)
                .body(body)
                .post(IMPORT)
                .then();
    }

    private static ValidatableResponse keyed(String key, Map<String, Object> body) {
        return Gateway.as("ann")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(IMPORT)
                .then();
    }

    private static ValidatableResponse approve(String plan, String body) {
        return Gateway.as("ann")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/masterplans/{id}/approve", plan)
                .then();
    }

    private static byte[] export(String plan) {
        return Gateway.as("ann")
                .get("/api/v1/masterplans/{id}/export", plan)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(".masterplan.json"))
                .extract()
                .asByteArray();
    }

    private static List<Object> content(String plan) {
        var view = Gateway.as("ann").get("/api/v1/masterplans/{id}", plan).jsonPath();
        return List.of(
                view.get("discovery"), view.get("plan"), view.get("tests"), view.get("analysis"), view.get("estimate"));
    }
}
