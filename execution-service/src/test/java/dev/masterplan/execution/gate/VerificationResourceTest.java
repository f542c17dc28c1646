package dev.masterplan.execution.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import dev.masterplan.execution.run.Approvals;
import dev.masterplan.execution.run.AskedRun;
import dev.masterplan.execution.run.Events;
import dev.masterplan.execution.run.Gateway;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.Engine;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class VerificationResourceTest {

    private static final byte[] NO_TAR = "x".repeat(600).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void shouldTurnTheSentenceRedWhoseLineSomebodyBroke() throws Exception {
        // Given
        String id = completed(Approvals.notes());
        Path clone = cloned(id);
        // When
        JsonPath sound = verify(id, clone).then().statusCode(200).extract().jsonPath();
        breakTheLimitOfTheTitle(clone);
        JsonPath broken = verify(id, clone).then().statusCode(200).extract().jsonPath();
        // Then
        post(id, NO_TAR).then().statusCode(422).contentType("application/problem+json");
        assertThat(sound.getBoolean("passed")).as(sound.prettify()).isTrue();
        assertThat(sound.getBoolean("acceptance_differs")).isFalse();
        assertThat(sound.getString("certificate.verdict")).isEqualTo("OPEN");
        assertThat(broken.getBoolean("passed")).isFalse();
        assertThat(broken.getString("certificate.verdict")).isEqualTo("BLOCKED");
        assertThat(broken.getList("tests.findAll { !it.passed }.sentence"))
                .as(broken.prettify())
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence.toString()).startsWith("Note: title (text, required"));
    }

    @Test
    void shouldNotKnowAnotherRun() {
        post(UUID.randomUUID().toString(), NO_TAR).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void shouldAskToComeAgainWhenAsManyFoldersAreOnTheirWayAsItTakes() throws Exception {
        // Given
        String id = AskedRun.of(Approvals.of("notes", Engine.blueprint(), false), "READY")
                .id();
        try (Socket first = halfSent(id);
                Socket second = halfSent(id)) {
            // When
            Response third = await().atMost(Duration.ofSeconds(20))
                    .until(() -> post(id, NO_TAR), answer -> answer.statusCode() == 503);
            // Then
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            third.then()
                    .contentType("application/problem+json")
                    .header("Retry-After", "10")
                    .body("trace_id", notNullValue());
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> post(id, NO_TAR).statusCode() == 422);
    }

    /** A request whose folder is still coming. */
    private static Socket halfSent(String id) throws Exception {
        Socket socket = new Socket("127.0.0.1", RestAssured.port);
        String head = "POST /api/v1/executions/" + id + "/verifications HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Authorization: Bearer " + Gateway.token("ada", "execution") + "\r\n"
                + "Content-Type: application/x-tar\r\nContent-Length: 10240\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(NO_TAR, 0, 100);
        socket.getOutputStream().flush();
        return socket;
    }

    private static void breakTheLimitOfTheTitle(Path clone) throws Exception {
        try (var files = Files.walk(clone.resolve("app"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".py")).toList()) {
                String text = Files.readString(file);
                Files.writeString(file, text.replaceAll("\\b80\\b", "90"));
            }
        }
    }

    private Path cloned(String id) throws Exception {
        byte[] bundle = Gateway.as("ada")
                .get("/api/v1/executions/" + id + "/workspace/bundle")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Path file = Files.write(folder.resolve("run.bundle"), bundle);
        Path clone = folder.resolve("clone");
        run("git", "clone", "-q", file.toString(), clone.toString());
        return clone;
    }

    private static Response verify(String id, Path clone) throws Exception {
        return post(id, run("tar", "-C", clone.toString(), "--exclude=.git", "-cf", "-", "."));
    }

    private static Response post(String id, byte[] tar) {
        return Gateway.as("ada")
                .contentType("application/x-tar")
                .body(tar)
                .post("/api/v1/executions/" + id + "/verifications");
    }

    private static byte[] run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] bytes = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return bytes;
    }

    private static String completed(MasterPlanApproved approved) {
        Events.send(approved);
        JsonPath run = await().atMost(Duration.ofSeconds(60)).until(() -> find(approved), found -> found != null);
        assertThat(run.getString("items[0].state")).as(run.prettify()).isEqualTo("COMPLETED");
        return run.getString("items[0].id");
    }

    private static JsonPath find(MasterPlanApproved approved) {
        JsonPath found = Gateway.as("ada")
                .get("/api/v1/executions?masterplan_id=" + approved.masterplanId())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String state = found.getString("items[0].state");
        return state == null || List.of("PREPARING", "RUNNING").contains(state) ? null : found;
    }
}
