package dev.masterplan.execution.run;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The service as it ships, in a process of its own that can be killed. */
final class PackagedService {

    private static final List<String> HANDED_DOWN = List.of(
            "masterplan.postgres.host",
            "masterplan.postgres.port",
            "masterplan.postgres.password",
            "masterplan.kafka.bootstrap-servers",
            "masterplan.identity.public-key-location");

    private final Process process;
    private final Path log;
    private final int port;

    private PackagedService(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** @param settings {@code name=value} */
    static PackagedService start(Path workspaces, String... settings) {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        HANDED_DOWN.forEach(key -> command.add("-D" + key + "=" + System.getProperty(key)));
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dmasterplan.execution.workspaces=" + workspaces);
        Stream.of(settings).forEach(setting -> command.add("-D" + setting));
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        try {
            Path log = Path.of("target", "packaged-service-" + port + ".log");
            PackagedService service = new PackagedService(process(command, log), log, port);
            await().atMost(Duration.ofMinutes(3))
                    .failFast("the service ended: see " + log, () -> !service.process.isAlive())
                    .ignoreExceptions()
                    .until(service::answers);
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process process(List<String> command, Path log) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** It stands still where it is, with its connections open and its locks held. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonPath get(String path) {
        return Gateway.as("ada")
                .port(port)
                .get("/api/v1/" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private boolean answers() {
        return get("executions").getInt("total") >= 0;
    }
}
