package dev.masterplan.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.local.flow.Interruption;
import dev.masterplan.local.show.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StubModelCommandTest {

    private static final Pattern ADDRESS = Pattern.compile("answering on (http://127\\.0\\.0\\.1:\\d+/v1)");

    @Test
    void shouldAnswerWhereItSaysUntilItIsStopped() throws Exception {
        // Given
        PipedInputStream said = new PipedInputStream();
        Terminal terminal = new Terminal(new PrintStream(new PipedOutputStream(said)), System.err, false, false);
        Context context = new Context(terminal, new Interruption());
        Thread running = Thread.ofVirtual()
                .start(() -> DevCommand.with(context).execute("stub-model", "--port", "0", "--key", "k"));
        Matcher line = ADDRESS.matcher(new BufferedReader(new InputStreamReader(said)).readLine());

        // When
        boolean matches = line.lookingAt();
        int withKey = status(line.group(1), "k");
        int without = status(line.group(1), "other");
        running.interrupt();
        running.join();

        // Then
        assertThat(matches).isTrue();
        assertThat(withKey).isEqualTo(200);
        assertThat(without).isEqualTo(401);
    }

    private static int status(String base, String key) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/models"))
                    .header("x-api-key", key)
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
