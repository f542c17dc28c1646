package dev.masterplan.execution.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.masterplan.execution.atom.AttemptKey;
import dev.masterplan.execution.atom.Start;
import dev.masterplan.execution.codegen.CodeAuthor;
import dev.masterplan.execution.graph.RandomPlans;
import dev.masterplan.execution.memory.RunPlan;
import dev.masterplan.execution.run.Approvals;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.execution.validation.ValidatorResult;
import dev.masterplan.execution.wave.WaveProgress;
import dev.masterplan.messaging.event.MasterPlanApproved;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AttemptSpanTest {

    private static final List<ValidatorResult> SYNTAX =
            List.of(new ValidatorResult("syntax", "3.11", 2, true, true, List.of(), 1));
    private static final AttemptKey FIRST = new AttemptKey(1, 1, 1);
    private static final AttemptKey RETRY = new AttemptKey(1, 2, 1);
    private static final AttemptKey REPAIR = new AttemptKey(2, 1, 1);

    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private final MasterPlanApproved approved = Approvals.with(RandomPlans.of(11));
    private final RunPlan plan = ((RunPlan.Result.Runs) RunPlan.of(UUID.randomUUID(), approved)).plan();

    @Inject
    SentSpans sent;

    @Test
    void shouldShowTheRequestInsideTheAttempt() {
        // When
        attempt(SpanBudget.of(10, 0), FIRST, null);

        // Then
        List<SpanData> spans = spans(2);
        SpanData chat = spans.getFirst();
        SpanData atom = spans.getLast();
        assertThat(chat.getName()).isEqualTo("chat blueprint");
        assertThat(chat.getParentSpanId()).isEqualTo(atom.getSpanId());
        assertThat(atom.getName()).isEqualTo("atom");
        assertThat(atom.getAttributes().get(AttributeKey.stringKey("attempt"))).isEqualTo("1.1.1");
        assertThat(atom.getAttributes().get(AttributeKey.stringKey("masterplan.id")))
                .isEqualTo(approved.masterplanId().toString());
        assertThat(atom.getEvents())
                .singleElement()
                .matches(event -> event.getName().equals("syntax"));
    }

    @Test
    void shouldOnlyCountPassesAtTheFirstTryBeyondTheBudget() {
        // Given
        SpanBudget budget = SpanBudget.of(10, 3);

        // When
        for (int i = 0; i < 5; i++) {
            attempt(budget, FIRST, null);
        }
        attempt(budget, FIRST, "no");
        attempt(budget, RETRY, null);
        attempt(budget, REPAIR, null);
        attempt(budget, FIRST, null);
        attempt(budget, RETRY, "the last");

        // Then
        await().until(() -> sent.of(trace).stream()
                .anyMatch(span -> span.getStatus().getDescription().equals("the last")));
        assertThat(sent.of(trace).stream().filter(span -> span.getName().equals("atom")))
                .extracting(
                        span -> span.getAttributes().get(AttributeKey.stringKey("attempt")),
                        span -> span.getStatus().getStatusCode() == StatusCode.ERROR)
                .containsExactly(
                        tuple("1.1.1", false),
                        tuple("1.1.1", false),
                        tuple("1.1.1", true),
                        tuple("1.2.1", false),
                        tuple("2.1.1", false),
                        tuple("1.2.1", true));
        assertThat(sent.of(trace)).hasSize(2 * 6);
    }

    @Test
    void shouldFailWhenTheAuthorGivesUp() {
        // Given
        AttemptSpan span = new AttemptSpan(job(SpanBudget.of(0, 0)), FIRST);

        // When
        span.answered(new AuthorCall.GaveUp("too busy"));

        // Then
        assertThat(spans(2)).allMatch(each -> each.getStatus().getStatusCode() == StatusCode.ERROR);
    }

    private List<SpanData> spans(int expected) {
        return await().until(() -> sent.of(trace), found -> found.size() == expected);
    }

    private void attempt(SpanBudget budget, AttemptKey key, String failure) {
        AttemptSpan span = new AttemptSpan(job(budget), key);
        span.answered(new AuthorCall.Heard(new CodeAuthor.Answer("x = 1\n", null, BigDecimal.ZERO)));
        span.judged(SYNTAX, failure);
    }

    private AtomJob job(SpanBudget budget) {
        String wave = "00-" + trace + "-00f067aa0ba902b7-01";
        UUID id = UUID.randomUUID();
        return new AtomJob(
                new RunRef(1, id, approved.masterplanId(), approved.sessionId(), trace, wave, id),
                approved,
                plan.atoms().stream().filter(a -> !a.check()).findFirst().orElseThrow(),
                null,
                1,
                Map.of(),
                false,
                new Start.Fresh(FIRST),
                BigDecimal.ZERO,
                List.of(),
                new WaveProgress(0, 1),
                new AtomJob.Tracing(wave, budget),
                () -> false);
    }
}
