package dev.masterplan.languagemodel.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.languagemodel.Deltas;
import dev.masterplan.languagemodel.Message;
import dev.masterplan.languagemodel.Requests;
import dev.masterplan.languagemodel.Rig;
import dev.masterplan.languagemodel.Sampling;
import dev.masterplan.languagemodel.Timeouts;
import dev.masterplan.languagemodel.Trouble;
import dev.masterplan.languagemodel.Usage;
import dev.masterplan.languagemodel.endpoint.Endpoint;
import dev.masterplan.languagemodel.endpoint.Endpoint.Form;
import dev.masterplan.stubmodel.script.Fault;
import dev.masterplan.stubmodel.script.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireProviderTest {

    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration NEVER = Duration.ofMinutes(5);
    private static final String LONG = "All plans have three phases. ".repeat(40);

    private final Rig rig = new Rig();

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    private Provider.Heard send(Form form, Requests request) {
        return new WireProvider(rig.endpoint(form)).send(request.build(), Deltas.NOBODY);
    }

    private static Usage usage(Provider.Heard heard) {
        return ((Provider.Said) heard).usage();
    }

    private static Trouble trouble(Provider.Heard heard) {
        return ((Provider.Failed) heard).trouble();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void shouldCountEachTokenOfThePromptOnceWhenTheCacheIsReadAndWritten(Form form) {
        // Given
        Requests request = Requests.plain().messages(Message.stable(LONG), Message.user("Lend books, please."));
        long stable = LONG.length() / 4;

        // When
        Usage first = usage(send(form, request));
        Usage second = usage(send(form, request.streamed(false)));

        // Then
        assertThat(second.cacheRead()).isEqualTo(stable);
        assertThat(second.cacheWrite()).isZero();
        assertThat(second.input()).isEqualTo(5);
        assertThat(first.cacheWrite()).isEqualTo(form == Form.ANTHROPIC ? stable : 0);
        assertThat(first.prompt()).isEqualTo(second.prompt()).isEqualTo(stable + 5);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void shouldHearTheTextBeforeItsEnd(Form form) throws Exception {
        // Given
        CountDownLatch heard = new CountDownLatch(1);
        List<String> pieces = new ArrayList<>();
        rig.stub().script().then(Turn.of(Fault.STALL).saying("one two three four five six"));
        var provider = new WireProvider(rig.endpoint(form));
        var request = Requests.plain().build();

        // When
        Thread asking = Thread.ofVirtual()
                .start(() -> provider.send(request, piece -> {
                    pieces.add(piece);
                    heard.countDown();
                }));

        // Then
        assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(asking.isAlive()).isTrue();
        asking.interrupt();
        asking.join(Duration.ofSeconds(10));
        assertThat("one two three four five six").startsWith(String.join("", pieces));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void shouldGiveAllPiecesInOrderWhenStreamed(Form form) {
        // Given
        String text = "def überall():\n    return '✓'\n".repeat(20);
        List<String> pieces = new ArrayList<>();
        rig.stub().script().then(Turn.answer(text));

        // When
        Provider.Heard heard =
                new WireProvider(rig.endpoint(form)).send(Requests.plain().build(), pieces::add);

        // Then
        assertThat(((Provider.Said) heard).text()).isEqualTo(text);
        assertThat(pieces).hasSizeGreaterThan(1);
        assertThat(String.join("", pieces)).isEqualTo(text);
    }

    @Test
    void shouldSendTemperatureOrEffortOnlyWhereAskedFor() {
        // Given
        Requests request = Requests.plain().shape(Requests.SHAPE);

        // When
        send(Form.OPENAI, request.sampling(new Sampling.Temperature(0.5)));
        send(Form.OPENAI, request.sampling(new Sampling.Effort("high")));
        send(Form.ANTHROPIC, request.sampling(new Sampling.Effort("low")).streamed(false));
        send(Form.ANTHROPIC, request.sampling(new Sampling.Unset()));

        // Then
        List<String> bodies = rig.stub().bodies().stream()
                .map(body -> body.replaceAll("\\s+", ""))
                .toList();
        assertThat(bodies.get(0)).contains("\"temperature\":0.5", "\"max_tokens\":2000", "\"strict\":true");
        assertThat(bodies.get(1))
                .contains("\"reasoning_effort\":\"high\"", "\"max_completion_tokens\":2000")
                .doesNotContain("temperature", "\"max_tokens\"");
        assertThat(bodies.get(2))
                .contains("\"effort\":\"low\"", "\"additionalProperties\":false", "\"cache_control\"")
                .doesNotContain("temperature");
        assertThat(bodies.get(3)).doesNotContain("temperature", "effort", "top_p", "top_k");
        assertThat(bodies.get(3)).containsOnlyOnce("output_config");
        assertThat(bodies)
                .allMatch(body -> body.contains("\"required\":[\"name\",\"size\",\"parts\"]"))
                .allMatch(body -> body.contains("\"properties\":{\"name\":{\"type\":\"string\"},\"size\":"));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void shouldAskOnceWhenTheProviderFails(Form form) {
        // Given
        rig.stub().script().then(Turn.of(Fault.RATE_LIMITED).retryAfter(7), Turn.of(Fault.SERVER_ERROR));

        // When
        Trouble busy = trouble(send(form, Requests.plain().streamed(false)));
        Trouble broken = trouble(send(form, Requests.plain().streamed(false)));

        // Then
        assertThat(busy).isEqualTo(new Trouble(Trouble.Kind.BUSY, Duration.ofSeconds(7), "429 said by the stub"));
        assertThat(broken.kind()).isEqualTo(Trouble.Kind.UNKNOWN_OUTCOME);
        assertThat(rig.stub().log()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void shouldTellWhichLimitOfTimeWasPassed(Form form) {
        // Given
        Requests request = Requests.plain();
        Turn late = Turn.of(Fault.SLOW_FIRST_TOKEN).after(Duration.ofSeconds(30));
        rig.stub().script().then(late, Turn.of(Fault.STALL), late);

        // When
        Trouble first = trouble(send(form, request.timeouts(new Timeouts(SOON, NEVER, NEVER))));
        Trouble idle = trouble(send(form, request.timeouts(new Timeouts(NEVER, SOON, NEVER))));
        Trouble total = trouble(
                send(form, request.timeouts(new Timeouts(NEVER, NEVER, SOON)).streamed(false)));

        // Then
        assertThat(first.text()).isEqualTo("no first word within 300 ms");
        assertThat(idle.text()).isEqualTo("nothing more for 300 ms");
        assertThat(total.text()).isEqualTo("no end within 300 ms");
        assertThat(List.of(first, idle, total)).allMatch(each -> each.kind() == Trouble.Kind.UNKNOWN_OUTCOME);
    }

    @Test
    void shouldKnowThatNothingIsBilledWhenNobodyListens() {
        // Given
        Endpoint nobody = Endpoint.local("nobody", URI.create("http://127.0.0.1:" + unusedPort() + "/v1"));

        // When
        Trouble trouble = trouble(new WireProvider(nobody).send(Requests.plain().build(), Deltas.NOBODY));

        // Then
        assertThat(trouble).isEqualTo(new Trouble(Trouble.Kind.BUSY, null, "nobody answers there"));
    }

    @Test
    void shouldEndAtOnceWhenInterrupted() throws Exception {
        // Given
        rig.stub().script().then(Turn.of(Fault.STALL));
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Provider.Heard> heard = new CompletableFuture<>();
        var provider = new WireProvider(rig.endpoint(Form.OPENAI));
        var request = Requests.plain().build();
        Thread asking = Thread.ofVirtual().start(() -> {
            heard.complete(provider.send(request, piece -> begun.countDown()));
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        // When
        asking.interrupt();

        // Then
        assertThat(trouble(heard.get(5, TimeUnit.SECONDS)).kind()).isEqualTo(Trouble.Kind.UNKNOWN_OUTCOME);
    }

    private static int unusedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
