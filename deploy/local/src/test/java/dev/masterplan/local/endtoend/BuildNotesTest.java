package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.masterplan.local.endtoend.RunningProduct.Ended;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static final Path BRIEF = RunningProduct.ROOT.resolve("docs/examples/notes.md");

    @TempDir
    private static Path temporary;

    private RunningProduct product;
    private Path out;
    private Ended built;
    private JsonNode result;

    @BeforeAll
    void build(RunningProduct running) throws IOException {
        product = running;
        out = temporary.resolve("notes");
        Path json = temporary.resolve("notes.json");
        built = product.masterplan("build", BRIEF, "--out", out, "--yes", "--json", json);
        assertThat(built.status()).as(built.output()).isZero();
        result = new ObjectMapper().readTree(json.toFile());
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
        String trailers = RunningProduct.git(
                out,
                "log",
                "--format=%(trailers:key=Run-Id,valueonly,separator=)|%(trailers:key=Trace-Id,valueonly,separator=)");

        String run = result.path("execution_id").asText();
        String trace = result.path("trace_id").asText();
        assertThat(trailers.lines())
                .hasSizeGreaterThan(result.path("waves").asInt())
                .allMatch(line -> line.equals(run + "|" + trace));
    }

    @Test
    void shouldLeaveAProgramThatStartsOutsideOfTheProduct() throws Exception {
        // Given
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder("/usr/bin/python3", "-m", "app")
                .directory(out.toFile())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("program.log").toFile());
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("DATA", temporary.resolve("program-data").toString());

        // When
        Process program = builder.start();

        // Then
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                    .build();
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(
                                    http.send(health, BodyHandlers.ofString()).body())
                            .contains("ok"));
        } finally {
            program.destroy();
        }
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
        Ended second = product.masterplan("build", BRIEF, "--out", again, "--yes");

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
