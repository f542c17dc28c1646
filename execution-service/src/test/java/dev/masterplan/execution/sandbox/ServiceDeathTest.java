package dev.masterplan.execution.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServiceDeathTest {

    private static final String ODD_SECONDS = "287.5";

    @Test
    void shouldTakeTheSandboxAlongWhenTheServiceIsKilled() throws Exception {
        // Given
        RealSandbox.get();
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SleepingService.class.getName(),
                        ODD_SECONDS)
                .redirectErrorStream(true)
                .start();
        Path folder = Path.of(
                new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8)).readLine());
        await().atMost(Duration.ofSeconds(10)).until(ServiceDeathTest::sleeping);
        // When
        service.destroyForcibly().waitFor();
        // Then
        await().atMost(Duration.ofSeconds(5)).until(() -> !sleeping());
        assertThat(service.isAlive()).isFalse();
        SandboxFolder.remove(folder);
    }

    private static boolean sleeping() throws IOException {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().arguments().stream())
                .anyMatch(arguments -> arguments.length == 1 && arguments[0].equals(ODD_SECONDS));
    }
}
