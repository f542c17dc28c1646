package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** A generated program that runs outside of the product, as a person starts it. */
final class RunningProgram implements AutoCloseable {

    private final Process process;
    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    private RunningProgram(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** @param folder the program; @param temporary where its data and its words go */
    static RunningProgram start(Path folder, Path temporary) {
        try {
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder("/usr/bin/python3", "-m", "app")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(temporary.resolve("program.log").toFile());
            builder.environment().put("PORT", Integer.toString(port));
            builder.environment().put("DATA", temporary.resolve("program-data").toString());
            RunningProgram program = new RunningProgram(builder.start(), "http://127.0.0.1:" + port);
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(program.page("/health")).contains("ok"));
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String address() {
        return address;
    }

    String page(String path) {
        return body(HttpRequest.newBuilder(URI.create(address + path)));
    }

    /** What is there after a form was sent. */
    String send(String path, String form) {
        return body(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private String body(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
    }
}
