package dev.masterplan.local.endtoend;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.local.stack.Instance;
import dev.masterplan.local.stack.ServiceName;
import dev.masterplan.local.stack.Stack;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The product as a caller sees it: its door, and the terminal's commands on its data folder. */
public record RunningProduct(Stack stack, Instance instance, Path data, ReceivedSpans spans) {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /** @param output both streams of a command */
    public record Ended(int status, String output) {}

    /** A request to the gateway, signed in. */
    RequestSpecification api() {
        return given().baseUri(instance.url()).basePath("/api/v1").auth().oauth2(instance.token());
    }

    /** What a GET answers. */
    JsonNode json(String path) {
        return api().get(path).then().statusCode(200).extract().as(JsonNode.class);
    }

    /** What the launcher told that service. */
    Properties settings(ServiceName service) {
        try (Reader file = Files.newBufferedReader(data.resolve(service.word() + ".properties"))) {
            Properties settings = new Properties();
            settings.load(file);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of all runs. */
    List<String> runs() {
        return api().get("/executions?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    /** The wave that a run is in; 0 when the service can't say. */
    int wave(String run) {
        var answer = api().get("/executions/" + run);
        return answer.statusCode() == 200 ? answer.<Integer>path("wave") : 0;
    }

    /** Runs a command of the terminal as a process of its own, without a terminal. */
    Ended masterplan(Object... words) {
        return run(ROOT, line(data, words));
    }

    /** The line that the start script would run for a command on a data folder. */
    static List<String> line(Path data, Object... words) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dmasterplan.root=" + ROOT,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.masterplan.local.Launcher"));
        for (Object word : words) {
            line.add(word.toString());
        }
        line.addAll(List.of("--data", data.toString()));
        return line;
    }

    /** Runs a program outside of the product. */
    static Ended run(Path folder, List<String> words) {
        try {
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String git(Path folder, String... words) {
        List<String> line = new ArrayList<>(List.of("git"));
        line.addAll(List.of(words));
        return run(folder, line).output().strip();
    }
}
