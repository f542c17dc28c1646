package dev.masterplan.planner.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.LiveUpdates;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.planner.Gateway;
import dev.masterplan.planner.Records;
import dev.masterplan.planner.Talk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MessageResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void shouldQuoteWhatItDidNotUnderstandAndMakeNoPlan() {
        // Given
        String session = Talk.session("nonsense");

        // When
        String plan = Talk.say(session, "/masterplan Make me happy, please.")
                .extract()
                .path("masterplan_id");

        // Then
        Talk.awaitStatus(plan, "NOT_UNDERSTOOD");
        String reply = replies(session, 1).getLast();
        assertThat(reply).contains("Make me happy", "no plan");
        Gateway.as("ann").get("/api/v1/masterplans/{id}/analysis", plan).then().statusCode(409);
    }

    @Test
    void shouldKeepTheDiscoveryOfTheSessionWhenABriefWasRead() {
        // Given
        String session = Talk.session("notes");

        // When
        String plan = Talk.say(session, "/masterplan " + Talk.example("notes"))
                .extract()
                .path("masterplan_id");
        Talk.awaitStatus(plan, "DRAFT");

        // Then
        Gateway.as("ann")
                .get("/api/v1/sessions/{id}/discovery", session)
                .then()
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("discovery.domain", equalTo("Notes"));
        Gateway.as("ann")
                .get("/api/v1/sessions/{id}", session)
                .then()
                .body("masterplan_ids", equalTo(List.of(plan)))
                .body("messages.role", equalTo(List.of("user", "assistant")));
    }

    @Test
    void shouldAmendTheDiscoveryWhenPlainTalkIsUnderstood() {
        // Given
        String session = Talk.session("talk");
        String plan = Talk.say(session, "/masterplan " + Talk.example("library"))
                .extract()
                .path("masterplan_id");
        Talk.awaitStatus(plan, "DRAFT");

        // When
        Talk.say(session, "A member has at most 3 open loans.");

        // Then
        assertThat(replies(session, 2).getLast()).contains("changed", "at most 5", "at most 3");
        Gateway.as("ann")
                .get("/api/v1/sessions/{id}/discovery", session)
                .then()
                .body("revision", equalTo(2))
                .body("discovery.requirements.sentence", hasItem("A member has at most 3 open loans."));
    }

    @Test
    void shouldPlanTheDiscoveryAgainWithOwnLimitsAndEngineWhenAsked() {
        // Given
        String session = Talk.session("again");
        String first = Talk.say(session, "/masterplan " + Talk.example("notes"))
                .extract()
                .path("masterplan_id");
        Talk.awaitStatus(first, "DRAFT");

        // When
        String second =
                post(session, "masterplans", """
                        {"engine": {"name": "blueprint", "rehearsal_seed": 7},
                         "limits": {"soft_usd": 1, "hard_usd": 2, "max_parallel_atoms": 3}}
                        """).statusCode(202).extract().path("masterplan_id");

        // Then
        Talk.awaitStatus(second, "DRAFT");
        Gateway.as("ann")
                .get("/api/v1/masterplans/{id}", second)
                .then()
                .body("engine.rehearsal_seed", equalTo(7))
                .body("limits.hard_usd", equalTo(2))
                .body("estimate.cost_usd.low", greaterThanOrEqualTo(1.05f))
                .body("estimate.cost_usd.high", equalTo(2));
        assertThat(replies(session, 2).getLast()).contains("requirements covered, $1.");
        assertThat(updates(session))
                .isNotEmpty()
                .allSatisfy(update -> assertThat(update.data().containsKey("rehearsal"))
                        .as(update.type())
                        .isEqualTo(second.equals(update.masterplanId().toString())));
    }

    /** What pages were told of the session's plans, when the second is there too. */
    private static List<LiveUpdate> updates(String session) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Records.of(Topic.LIVE_UPDATES, session).stream()
                                .flatMap(sent -> Json.read(sent.value(), LiveUpdates.class).updates().stream())
                                .filter(update -> update.type().startsWith("masterplan_"))
                                .toList(),
                        told -> told.stream()
                                        .filter(u -> u.type().equals("masterplan_generation_complete"))
                                        .count()
                                == 2);
    }

    @Test
    void shouldListPlansWhateverTheListIsNarrowedTo() {
        // Given
        String session = Talk.session("listed");
        String plan = Talk.say(session, "/masterplan " + Talk.example("notes"))
                .extract()
                .path("masterplan_id");
        Talk.awaitStatus(plan, "DRAFT");

        // When / Then
        for (String narrowed :
                List.of("", "?session_id=" + session, "?status=DRAFT", "?status=DRAFT&session_id=" + session)) {
            Gateway.as("ann")
                    .get("/api/v1/masterplans" + narrowed)
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(plan));
        }
    }

    @Test
    void shouldCarryTheChosenOptionIntoTheNextPlan() {
        // Given
        String session = Talk.session("answers");
        String brief = Talk.example("notes").replace("Python", "JavaScript");
        String plan = Talk.say(session, "/masterplan " + brief).extract().path("masterplan_id");
        Talk.awaitStatus(plan, "DRAFT");

        // When
        post(session, "discovery/answers", "{\"answers\": {\"language\": \"python\"}}")
                .statusCode(202);

        // Then
        await().atMost(PATIENCE)
                .until(
                        () -> Gateway.as("ann")
                                .get("/api/v1/sessions/{id}/discovery", session)
                                .<List<String>>path("discovery.questions.answer"),
                        answers -> answers.contains("python"));
        post(session, "discovery/answers", "{\"answers\": {\"language\": \"cobol\"}}")
                .statusCode(422);
        post(session, "discovery/answers", "{\"answers\": {}}").statusCode(422);
    }

    @Test
    void shouldStoreOneMessageWhenTheKeyIsRepeated() {
        // Given
        String session = Talk.session("once");
        String key = UUID.randomUUID().toString();

        // When
        String first = sayWith(key, session, "hello", 202).extract().asString();
        String second = sayWith(key, session, "hello", 202).extract().asString();

        // Then
        assertThat(second).isEqualTo(first);
        sayWith(key, session, "something else", 422);
        assertThat(replies(session, 1)).hasSize(1);
    }

    @Test
    void shouldSayWhichEngineReads() {
        // When
        var engine = Gateway.as("ann").get("/api/v1/engine").then();

        // Then
        engine.statusCode(200)
                .body("name", equalTo("blueprint"))
                .body("label", equalTo("rules, no AI"))
                .body("deterministic", equalTo(true))
                .body("price", equalTo("$0"));
    }

    @Test
    void shouldListSessionsNewestFirst() {
        // Given
        String older = Talk.session("older");
        String newer = Talk.session("newer");

        // When
        List<String> ids = Gateway.as("ann")
                .queryParam("limit", 2)
                .get("/api/v1/sessions")
                .then()
                .statusCode(200)
                .body("total", greaterThanOrEqualTo(2))
                .extract()
                .path("items.id");

        // Then
        assertThat(ids).containsExactly(newer, older);
    }

    private static ValidatableResponse sayWith(String key, String session, String text, int status) {
        return Gateway.as("ann")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .post("/api/v1/sessions/{id}/messages", session)
                .then()
                .statusCode(status);
    }

    private static List<String> replies(String session, int atLeast) {
        return await().atMost(PATIENCE).until(() -> Talk.replies(session), found -> found.size() >= atLeast);
    }

    private static ValidatableResponse post(String session, String call, String body) {
        return Gateway.as("ann")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/sessions/{id}/" + call, session)
                .then();
    }
}
