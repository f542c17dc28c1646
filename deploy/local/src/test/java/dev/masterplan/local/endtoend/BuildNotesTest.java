package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.local.endtoend.RunningProduct.Ended;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A brief with one entity goes all the way. */
@Tag("slow")
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuildNotesTest {

    @TempDir
    private static Path temporary;

    private RunningProduct product;
    private Path out;
    private Ended built;
    private JsonNode result;

    @BeforeAll
    void theNotes(RunningProduct running, BuiltNotes notes) {
        product = running;
        out = notes.out();
        built = notes.built();
        result = notes.result();
    }

    @Test
    void shouldProveEverySentence() {
        assertThat(result.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(result.at("/tests/must_total").asInt())
                .isPositive()
                .isEqualTo(result.at("/tests/must_passed").asInt());
        assertThat(result.path("not_covered")).isEmpty();
        assertThat(result.path("gates"))
                .allMatch(gate -> List.of("OPEN", "NOT_APPLICABLE")
                        .contains(gate.path("verdict").asText()));
    }

    @Test
    void shouldSayInPlainLinesWhatHappens() {
        assertThat(built.output())
                .contains("Read ", "Plan v1", "Gate S   OPEN", "Completed in")
                .doesNotContain("\u001b", "\tat ");
    }

    @Test
    void shouldLeaveACommitPerWaveWithTrailers() {
        // When
        String log = RunningProduct.git(out, "log", "--reverse", "--format=" + trailers("Wave", "Run-Id", "Trace-Id"));

        // Then
        String identity = "|" + result.path("execution_id").asText() + "|"
                + result.path("trace_id").asText();
        List<String> testsAndWaves = IntStream.rangeClosed(
                        0, result.path("waves").asInt())
                .mapToObj(wave -> wave + identity)
                .toList();
        assertThat(log.lines()).containsExactlyElementsOf(testsAndWaves);
    }

    private static String trailers(String... keys) {
        return Arrays.stream(keys)
                .map(key -> "%(trailers:key=" + key + ",valueonly,separator=)")
                .collect(Collectors.joining("|"));
    }

    @Test
    void shouldLeaveAProgramWhosePagesWorkOutsideOfTheProduct() throws Exception {
        // Given
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder("/usr/bin/python3", "-m", "app")
                .directory(out.toFile())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("program.log").toFile());
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("DATA", temporary.resolve("program-data").toString());
        Process program = builder.start();

        try (HttpClient http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            String address = "http://127.0.0.1:" + port;
            await().ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(page(http, address + "/health", null)).contains("ok"));

            // When
            String empty = page(http, address + "/pages/notes", null);
            String saved = page(http, address + "/pages/notes", "title=Bread+%26+butter&body=&pinned=false");
            String refused = page(http, address + "/pages/notes", "title=" + "x".repeat(81));

            // Then
            assertThat(page(http, address + "/", null)).contains("/pages/notes");
            assertThat(empty)
                    .contains("<form class='add' method='post'", "name='title'")
                    .doesNotContain("Bread");
            assertThat(saved).contains("Bread &amp; butter");
            assertThat(refused).contains("title must have at most 80 characters", "Bread &amp; butter");
        } finally {
            program.destroy();
        }
    }

    /** @param form sent with POST, null = GET */
    private static String page(HttpClient http, String address, String form) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
        }
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    @Test
    void shouldLeaveUnitTestsThatPassOutsideOfTheProduct() {
        Ended tests = RunningProduct.run(
                out, List.of("/usr/bin/python3", "-m", "unittest", "discover", "-s", "tests", "-t", "."));

        assertThat(tests.status()).as(tests.output()).isZero();
        assertThat(tests.output()).doesNotContain("Ran 0 tests");
    }

    @Test
    void shouldWriteTheSameTreeFromTheSameBrief() {
        // When
        Path again = temporary.resolve("again");
        Ended second = product.masterplan("build", BuiltNotes.BRIEF, "--out", again, "--yes");

        // Then
        assertThat(second.status()).as(second.output()).isZero();
        assertThat(RunningProduct.git(again, "rev-parse", "HEAD^{tree}"))
                .isEqualTo(RunningProduct.git(out, "rev-parse", "HEAD^{tree}"));
    }

    @Test
    void shouldKeepTheCertificateBesideTheTree() {
        assertThat(Files.exists(out.resolve(".masterplan/certificate.json"))).isTrue();
        assertThat(RunningProduct.git(out, "status", "--porcelain")).isEmpty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
