package dev.masterplan.languagemodel.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.languagemodel.Message;
import dev.masterplan.languagemodel.ModelPort;
import dev.masterplan.languagemodel.Reply;
import dev.masterplan.languagemodel.Requests;
import dev.masterplan.languagemodel.Rig;
import dev.masterplan.languagemodel.Trouble;
import dev.masterplan.languagemodel.cassette.Cassette;
import dev.masterplan.languagemodel.cassette.RecordingProvider;
import dev.masterplan.languagemodel.endpoint.Endpoint.Form;
import dev.masterplan.languagemodel.endpoint.Secret;
import dev.masterplan.languagemodel.provider.Provider;
import dev.masterplan.languagemodel.provider.WireProvider;
import dev.masterplan.stubmodel.script.Fault;
import dev.masterplan.stubmodel.script.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key stands on the wire's header and nowhere else. */
class SecretsTest {

    private static final String OTHERS = "AKIAIOSFODNN7EXAMPLE";

    private final Rig rig = new Rig();
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final Heard heard = new Heard();

    @TempDir
    private Path folder;

    /** Everything that is logged, however small. */
    private static final class Heard extends Handler {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage() + " "
                    + List.of(line.getParameters() == null ? new Object[0] : line.getParameters()) + " "
                    + line.getThrown());
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @BeforeEach
    void listen() {
        heard.setLevel(Level.ALL);
        root.addHandler(heard);
        root.setLevel(Level.ALL);
    }

    @AfterEach
    void stop() throws IOException {
        root.removeHandler(heard);
        root.setLevel(level);
        rig.close();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void shouldKeepKeysOutOfWireLogSpansMetricsAndCassettes(Form form) throws IOException {
        // Given
        Provider recorded = new RecordingProvider(new WireProvider(rig.endpoint(form)), new Cassette(folder));
        ModelPort model = rig.model(recorded);
        Requests request = Requests.plain()
                .messages(Message.stable("Use " + OTHERS + "."), Message.user("My key is " + Rig.KEY + ", build it."));
        rig.stub().script().then(Turn.of(Fault.UNAUTHORIZED), Turn.of(Fault.SERVER_ERROR), Turn.of(Fault.RESET));

        // When
        for (int i = 0; i < 3; i++) {
            model.complete(request.build());
        }
        Reply good = model.complete(request.build());
        Logger.getLogger("dev.masterplan").fine("the log is heard");

        // Then
        assertThat(good).isInstanceOf(Reply.Answer.class);
        assertThat(heard.lines).anyMatch(line -> line.contains("the log is heard"));
        String everything = String.join("\n", heard.lines)
                + rig.stub().bodies()
                + rig.spans()
                + rig.metrics().getMetersAsString()
                + files();
        assertThat(everything).contains(Redactor.REMOVED).doesNotContain(Rig.KEY, OTHERS);
    }

    private String files() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                text.append(file).append(Files.readString(file));
            }
        }
        return text.toString();
    }

    @Test
    void shouldRemoveAKeyThatAProviderRepeats() {
        // Given
        ModelPort model = rig.model((Provider) (request, deltas) ->
                new Provider.Failed(new Trouble(Trouble.Kind.REFUSED, null, "401 Incorrect API key: " + Rig.KEY)));

        // When
        Reply reply = model.complete(Requests.plain().build());

        // Then
        assertThat(reply)
                .isEqualTo(new Trouble(Trouble.Kind.REFUSED, null, "401 Incorrect API key: " + Redactor.REMOVED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-proj-abcdefghijklmnopqrst",
                "sk-ant-a-key-of-nobody-0123456789",
                "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
                "github_pat_11ABCDEFG0abcdefghij_klmnop",
                "glpat-abcdefghij0123456789",
                "xoxb-1234567890-abcdefghij",
                "AKIAIOSFODNN7EXAMPLE",
                "AIzaSyA-abcdefghijklmnopqrstuvwxyz012345",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
                "-----BEGIN RSA PRIVATE KEY-----\nMIIB\nAAAA\n-----END RSA PRIVATE KEY-----",
                "known only to us",
            })
    void shouldRemoveWhatLooksLikeASecretOrIsKnownAsOne(String secret) {
        // Given
        Redactor redactor = new Redactor(List.of(new Secret("known only to us")));

        // Then
        assertThat(redactor.clean("before " + secret + " after")).isEqualTo("before " + Redactor.REMOVED + " after");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A task-list has sk-ills.",
                "018f6a3e-9d2b-7c41-8a55-0f1e2d3c4b5a",
                "The key of a member is a number.",
                "risk-assessment-and-mitigation-plan",
            })
    void shouldLeaveOrdinaryTextAlone(String text) {
        assertThat(new Redactor(List.of()).clean(text)).isEqualTo(text);
    }

    @Test
    void shouldNotPrintASecret() {
        assertThat(rig.endpoint(Form.OPENAI).toString()).contains("(secret)").doesNotContain(Rig.KEY);
    }
}
