package dev.masterplan.planner;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a person does in a session, through the service's REST calls. */
public final class Talk {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Talk() {}

    /** Id of a new session. */
    public static String session(String name) {
        return Gateway.as("ann")
                .contentType(ContentType.JSON)
                .body(Map.of("name", name))
                .post("/api/v1/sessions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Says something and is answered 202. */
    public static ValidatableResponse say(String session, String text) {
        return Gateway.as("ann")
                .contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .post("/api/v1/sessions/{id}/messages", session)
                .then()
                .statusCode(202);
    }

    /** What the assistant said so far. */
    public static List<String> replies(String session) {
        return Gateway.as("ann")
                .get("/api/v1/sessions/{id}", session)
                .path("messages.findAll { it.role == 'assistant' }.text");
    }

    /** Id of a plan made of the brief, when it has that status. */
    public static String plan(String brief, String status) {
        String plan = say(session("plan"), "/masterplan\n" + brief).extract().path("masterplan_id");
        awaitStatus(plan, status);
        return plan;
    }

    public static void awaitStatus(String plan, String status) {
        await().atMost(PATIENCE).until(() -> status(plan), equalTo(status));
    }

    private static String status(String plan) {
        return Gateway.as("ann").get("/api/v1/masterplans/{id}", plan).path("status");
    }

    /** A brief of docs/examples. */
    public static String example(String name) {
        try {
            return Files.readString(Path.of("../docs/examples/" + name + ".md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
