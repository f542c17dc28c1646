package dev.masterplan.languagemodel.cassette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.languagemodel.CallKey;
import dev.masterplan.languagemodel.Message;
import dev.masterplan.languagemodel.PromptVersion;
import dev.masterplan.languagemodel.Reply;
import dev.masterplan.languagemodel.Requests;
import dev.masterplan.languagemodel.Rig;
import dev.masterplan.languagemodel.Role;
import dev.masterplan.languagemodel.endpoint.Endpoint.Form;
import dev.masterplan.languagemodel.provider.WireProvider;
import dev.masterplan.stubmodel.script.Fault;
import dev.masterplan.stubmodel.script.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CassetteTest {

    private final Rig rig = new Rig();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    private Reply record(Requests request) {
        var provider = new RecordingProvider(new WireProvider(rig.endpoint(Form.OPENAI)), new Cassette(folder));
        return rig.model(provider).complete(request.build());
    }

    private Reply replay(Requests request, List<String> pieces) {
        return rig.model(new ReplayingProvider(new Cassette(folder))).complete(request.build(), pieces::add);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void shouldSayAgainWhatWasRecordedWithoutAsking() throws IOException {
        // Given
        Requests request = Requests.plain().shape(Requests.SHAPE);
        Reply live = record(request);
        CallKey later = new CallKey(UUID.randomUUID(), Role.PLAN, "another run", 1, 1);
        List<String> pieces = new ArrayList<>();

        // When
        Reply replayed = replay(request.key(later).model("stub-small"), pieces);

        // Then
        assertThat(((Reply.Answer) replayed).text()).isEqualTo(((Reply.Answer) live).text());
        assertThat(((Reply.Answer) replayed).usage()).isEqualTo(((Reply.Answer) live).usage());
        assertThat(pieces).containsExactly(((Reply.Answer) live).text());
        assertThat(rig.stub().log()).hasSize(1);
        assertThat(folder.relativize(files().getFirst()).toString()).startsWith("plan/milestone-2/plan-v3.");
    }

    @Test
    void shouldFailWhenThePromptWasChangedAndNeverAskLive() {
        // Given
        record(Requests.plain());
        Requests reworded = Requests.plain().messages(Message.stable("You write good plans."), Message.user("Go."));
        Requests nextVersion = Requests.plain().prompt(new PromptVersion("plan", 4));

        // Then
        assertThatThrownBy(() -> replay(reworded, new ArrayList<>()))
                .isInstanceOf(NoRecordingException.class)
                .hasMessageStartingWith("prompt plan/v3 has no recording for milestone/2 of plan, only plan-v3.");
        assertThatThrownBy(() -> replay(nextVersion, new ArrayList<>()))
                .hasMessageStartingWith("prompt plan/v4 has no recording for milestone/2 of plan, only plan-v3.");
        assertThat(rig.stub().log()).hasSize(1);
    }

    @Test
    void shouldFailWhenAnotherShapeIsAskedFor() {
        record(Requests.plain());
        assertThatThrownBy(() -> replay(Requests.plain().shape(Requests.SHAPE), new ArrayList<>()))
                .isInstanceOf(NoRecordingException.class);
    }

    @Test
    void shouldRecordTheSameBytesForTheSameTalk() throws IOException {
        // Given
        record(Requests.plain());
        byte[] first = Files.readAllBytes(files().getFirst());

        // When
        record(Requests.plain().streamed(false));

        // Then
        assertThat(files()).singleElement().satisfies(file -> assertThat(file).hasBinaryContent(first));
    }

    @Test
    void shouldNotRecordWhatIsNoAnswer() throws IOException {
        // Given
        rig.stub().script().then(Turn.of(Fault.LENGTH), Turn.of(Fault.SERVER_ERROR), Turn.of(Fault.TRUNCATED));

        // When
        for (int i = 0; i < 3; i++) {
            record(Requests.plain());
        }

        // Then
        assertThat(files()).isEmpty();
    }
}
