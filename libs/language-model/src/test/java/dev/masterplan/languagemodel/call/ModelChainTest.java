package dev.masterplan.languagemodel.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.languagemodel.Ledger;
import dev.masterplan.languagemodel.Message;
import dev.masterplan.languagemodel.ModelPort;
import dev.masterplan.languagemodel.Reply;
import dev.masterplan.languagemodel.Reply.Finish;
import dev.masterplan.languagemodel.Requests;
import dev.masterplan.languagemodel.Rig;
import dev.masterplan.languagemodel.Usage;
import dev.masterplan.languagemodel.endpoint.Endpoint.Form;
import dev.masterplan.languagemodel.limit.RateLimit;
import dev.masterplan.languagemodel.limit.RateLimiter;
import dev.masterplan.languagemodel.price.UnknownPriceException;
import dev.masterplan.languagemodel.provider.Provider;
import dev.masterplan.languagemodel.provider.WireProvider;
import dev.masterplan.stubmodel.bill.Call;
import dev.masterplan.stubmodel.script.Fault;
import dev.masterplan.stubmodel.script.Turn;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelChainTest {

    private final Rig rig = new Rig();

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    @Test
    void shouldSendNothingWhenTheWorstCaseDoesNotFit() {
        // Given
        ModelPort model = rig.model(Form.OPENAI);
        Requests dear = Requests.plain().maxTokens(20_000_000);

        // When
        Reply reply = model.complete(dear.build());

        // Then
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.NoBudget.class, none -> assertThat(none.text()).startsWith("Hard limit: $"));
        assertThat(rig.stub().log()).isEmpty();
        assertThat(rig.ledger().rows()).isEmpty();
    }

    @Test
    void shouldUseAReservationAgainWhenTheProviderWasBusy() {
        // Given
        rig.stub().script().then(Turn.of(Fault.RATE_LIMITED), Turn.of(Fault.UNAVAILABLE));
        ModelPort model = rig.model(Form.ANTHROPIC);

        // When
        List<Reply> replies = List.of(
                model.complete(Requests.plain().build()),
                model.complete(Requests.plain().build()),
                model.complete(Requests.plain().build()));

        // Then
        assertThat(replies.getLast()).isInstanceOf(Reply.Answer.class);
        assertThat(rig.ledger().reservations()).isOne();
    }

    @Test
    void shouldBookInFullWhenTheCallEndsInAnError() {
        // Given
        ModelPort model = rig.model((Provider) (request, deltas) -> {
            throw new IllegalStateException("broken inside");
        });

        // When
        assertThatThrownBy(() -> model.complete(Requests.plain().build())).hasMessage("broken inside");

        // Then
        assertThat(rig.ledger().rows()).singleElement().satisfies(row -> {
            assertThat(row.estimated()).isTrue();
            assertThat(row.cost()).isGreaterThan(new BigDecimal("0.02"));
        });
        assertThat(rig.ledger().reserved()).isZero();
    }

    @Test
    void shouldRefuseAModelWithoutAPriceBeforeAnythingIsSent() {
        ModelPort model = rig.model(Form.OPENAI);
        assertThatThrownBy(
                        () -> model.complete(Requests.plain().model("stub-huge").build()))
                .isInstanceOf(UnknownPriceException.class);
        assertThat(rig.stub().log()).isEmpty();
        assertThat(rig.ledger().reserved()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"stub-large, 300", "stub-small, 300", "stub-tiered, 300", "stub-tiered, 8000"})
    void shouldBookWhatTheLogSaysWhenCachesAndTiersAreInPlay(String name, int words) {
        // Given
        Requests request =
                Requests.plain().model(name).messages(Message.stable("rule ".repeat(words)), Message.user("What now?"));

        // When
        for (Form form : Form.values()) {
            rig.model(form).complete(request.build());
            rig.model(form).complete(request.streamed(false).build());
        }

        // Then
        assertThat(rig.ledger().rows().stream().map(Ledger.Row::cost).toList())
                .usingElementComparator(BigDecimal::compareTo)
                .isEqualTo(rig.stub().log().stream().map(Call::cost).toList());
        assertThat(rig.stub().log())
                .extracting(call -> call.tokens().cacheRead() > 0)
                .containsExactly(false, true, false, true);
    }

    @Test
    void shouldHoldEverybodyBackAfterRetryAfter() {
        // Given
        RateLimiter limiter = new RateLimiter(new RateLimit(1000, 10_000_000, 1));
        ModelPort model = rig.chain(limiter).around(new WireProvider(rig.endpoint(Form.OPENAI)));
        rig.stub().script().then(Turn.of(Fault.RATE_LIMITED).retryAfter(1));

        // When
        model.complete(Requests.plain().build());
        long before = System.nanoTime();
        Reply other = model.complete(Requests.plain().build());

        // Then
        assertThat(other).isInstanceOf(Reply.Answer.class);
        assertThat(System.nanoTime() - before).isGreaterThan(900_000_000L);
    }

    @Test
    void shouldSayInOneSpanWhatACallWasAndWhatItTook() {
        // Given
        ModelPort model = rig.model(Form.ANTHROPIC);

        // When
        Reply.Answer answer = (Reply.Answer) model.complete(Requests.plain().build());

        // Then
        assertThat(rig.spans()).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("chat stub-large");
            assertThat(attribute(span, "gen_ai.usage.input_tokens"))
                    .isEqualTo(answer.usage().prompt());
            assertThat(attribute(span, "gen_ai.usage.output_tokens"))
                    .isEqualTo(answer.usage().output());
            assertThat(span.getAttributes().asMap().toString())
                    .contains("masterplan.prompt=plan/v3")
                    .doesNotContain("library", "def answer");
        });
        assertThat(rig.metrics()
                        .get("masterplan.model.tokens")
                        .tag("kind", "output")
                        .counter()
                        .count())
                .isEqualTo(answer.usage().output());
        assertThat(rig.metrics()
                        .get("masterplan.model.duration")
                        .tag("outcome", "answered")
                        .timer()
                        .count())
                .isOne();
    }

    private static long attribute(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.longKey(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{\"name\":\"a\",\"size\":1,\"parts\":[]} | answer",
                "```json\\n{\"name\":\"a\",\"size\":1,\"parts\":[]}\\n``` | answer",
                "Sure:\\n```\\n{\"name\":\"a\",\"size\":1,\"parts\":[]}\\n```\\nDone. | answer",
                "{\"name\":\"a\",\"size\":1.5,\"parts\":[]} | $.size: not a whole number",
                "{\"name\":\"a\",\"size\":1} | $.parts: missing",
                "{\"name\":\"a\",\"size\":1,\"parts\":[\"x\",2]} | $.parts[1]: not a text",
                "{\"name\":\"a\",\"size\":1,\"parts\":[],\"more\":1} | $.more: unknown",
                "{\"name\":null,\"size\":1,\"parts\":[]} | $.name: not a text",
                "[] | $: not an object",
            })
    void shouldTakeOnlyJsonOfTheShapeAskedFor(String text, String expected) {
        // Given
        Provider says = (request, deltas) ->
                new Provider.Said(text.replace("\\n", "\n"), Finish.STOP, new Usage(1, 0, 0, 1, 0));

        // When
        Reply reply =
                rig.model(says).complete(Requests.plain().shape(Requests.SHAPE).build());

        // Then
        String outcome = reply instanceof Reply.Unusable unusable ? unusable.text() : "answer";
        assertThat(outcome).isEqualTo(expected);
    }
}
