package dev.masterplan.execution.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.execution.workspace.UnsafeTreeException;
import dev.masterplan.messaging.event.GateResult.Verdict;
import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.MasterPlanApproved.Deferral;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.Priority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {

    @TempDir
    Path folder;

    @Test
    void shouldSurviveItsOwnJson() {
        Certificate certificate = certificate();
        assertThat(Json.read(certificate.json(), Certificate.class)).isEqualTo(certificate);
        assertThat(certificate.hash()).hasSize(64).isEqualTo(certificate().hash());
        assertThat(new String(certificate.json(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"verdict\":\"OPEN\"", "\"requirement_key\":\"R-007\"", "\"by\":\"ann\"")
                .contains("\"engine\":\"blueprint (rules, no AI)\"");
    }

    @Test
    void shouldStandBesideATreeWhereGitDoesNotSeeIt() throws Exception {
        // Given
        run("git", "init", "-q", folder.toString());
        // When
        CertificateFile.write(folder, certificate().json());
        Path file = CertificateFile.write(folder, certificate().json());
        // Then
        assertThat(Files.readAllBytes(file)).isEqualTo(certificate().json());
        assertThat(run("git", "-C", folder.toString(), "status", "--porcelain")).isEmpty();
        assertThat(Files.readAllLines(folder.resolve(".git/info/exclude"))).containsOnlyOnce("/.masterplan/");
    }

    @Test
    void shouldNotWriteThroughALink(@TempDir Path elsewhere) throws Exception {
        Files.createSymbolicLink(folder.resolve(".masterplan"), elsewhere);
        assertThatThrownBy(() -> CertificateFile.write(folder, new byte[0])).isInstanceOf(UnsafeTreeException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    private static Certificate certificate() {
        TestResult result = new TestResult("T-007-1", true, true, true, "sixth loan → 409", "", 31);
        return new Certificate(
                Certificate.FORMAT,
                new UUID(0, 1),
                new UUID(0, 2),
                "Library",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                4,
                1,
                Verdict.OPEN,
                null,
                Instant.parse("2026-11-22T20:00:00Z"),
                "c0ffee",
                "aa",
                "bb",
                "bubblewrap 0.8.0",
                Engine.blueprint().label(),
                false,
                new GateRates(1, 1, 0, 0),
                List.of(Certificate.Tested.of(result, "R-007", "A member has at most 5 open loans.", Priority.MUST)),
                List.of(new Certificate.Correction("T-007-1", "acceptance/test_r007.py", "ann", "why", "a", "b")),
                List.of(),
                List.of(new Deferral(new UUID(0, 3), "R-009", "Later.", "ann", "not now")),
                List.of("R-010"));
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
