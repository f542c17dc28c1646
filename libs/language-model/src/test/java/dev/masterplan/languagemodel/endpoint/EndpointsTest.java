package dev.masterplan.languagemodel.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.masterplan.stubmodel.StubModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Test
    void shouldFindProvidersByTheirKeysInVariablesAndFiles() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("key"), "  key-of-a-file\n");
        Keys keys = new Keys(Map.of(
                "ANTHROPIC_API_KEY", "key-of-a-variable",
                "OPENAI_API_KEY", "not this one",
                "OPENAI_API_KEY_FILE", file.toString(),
                "MISTRAL_API_KEY", " "));

        // When
        List<Endpoint> endpoints = keys.endpoints();

        // Then
        assertThat(endpoints).extracting(Endpoint::name).containsExactly("anthropic", "openai");
        assertThat(endpoints).extracting(Endpoint::keyText).containsExactly("key-of-a-variable", "key-of-a-file");
    }

    @Test
    void shouldSayWhichFileHasNoKey() throws IOException {
        // Given
        Path empty = Files.writeString(folder.resolve("empty"), "\n");

        // Then
        assertThatThrownBy(() -> new Keys(Map.of("OPENAI_API_KEY_FILE", "/nowhere/key")).endpoints())
                .hasMessage("OPENAI_API_KEY_FILE names a file that can't be read: /nowhere/key");
        assertThatThrownBy(() -> new Keys(Map.of("OPENAI_API_KEY_FILE", empty.toString())).endpoints())
                .hasMessage("OPENAI_API_KEY_FILE names an empty file: " + empty);
    }

    @Test
    void shouldTellAGoodKeyFromABadOneWithoutACallThatCosts() throws IOException {
        try (StubModel stub = StubModel.start(0, "good")) {
            for (Endpoint.Form form : Endpoint.Form.values()) {
                // When
                var good = ModelList.of(new Endpoint("stub", form, stub.base(), new Secret("good"), false), PATIENCE);
                var bad = ModelList.of(new Endpoint("stub", form, stub.base(), new Secret("bad"), false), PATIENCE);

                // Then
                assertThat(good).isEqualTo(new ModelList.Models(List.of("stub-large", "stub-small", "stub-tiered")));
                assertThat(bad).isEqualTo(new ModelList.KeyRefused(401));
            }
            assertThat(stub.log()).isEmpty();
        }
    }

    @Test
    void shouldFindLocalServersAndPassOverWhatIsNone() throws IOException {
        try (StubModel ollama = StubModel.start();
                ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            // Given
            HttpServer website = website();
            int nobody = unusedPort();
            LocalServers servers = new LocalServers(List.of(
                    new LocalServers.Place("nobody", nobody),
                    new LocalServers.Place("silent", silent.getLocalPort()),
                    new LocalServers.Place("website", website.getAddress().getPort()),
                    new LocalServers.Place("ollama", ollama.port())));

            // When
            List<LocalServers.Found> found = servers.find();
            website.stop(0);

            // Then
            assertThat(found).singleElement().satisfies(server -> {
                assertThat(server.endpoint()).isEqualTo(Endpoint.local("ollama", ollama.base()));
                assertThat(server.models()).contains("stub-large");
            });
        }
    }

    @Test
    void shouldLookWhereServersUsuallyListen() {
        assertThat(LocalServers.USUAL)
                .extracting(place -> place.name() + " " + place.port())
                .containsExactly("ollama 11434", "lmstudio 1234", "vllm 8000", "llamacpp 8080");
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static HttpServer website() throws IOException {
        HttpServer website = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        website.createContext("/", exchange -> {
            byte[] page = "<html>hello</html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        website.start();
        return website;
    }
}
