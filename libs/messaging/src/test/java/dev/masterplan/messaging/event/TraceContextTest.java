package dev.masterplan.messaging.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String STORED = "00-" + TRACE + "-b7ad6b7169203331-01";

    @Test
    void shouldBeCurrentInsideBlockingWorkWhenItWasStored() {
        // When
        String seen = TraceContext.call(TraceContext.parse(STORED), TraceContext::current);

        // Then
        assertThat(seen).isEqualTo(STORED);
        assertThat(TraceContext.current()).isNull();
    }

    @Test
    void shouldBeCurrentInsideReactiveWorkWhenItWasStored() {
        // When
        String seen = TraceContext.within(
                        TraceContext.parse(STORED), () -> Uni.createFrom().item(TraceContext::current))
                .await()
                .indefinitely();

        // Then
        assertThat(seen).isEqualTo(STORED);
        assertThat(TraceContext.current()).isNull();
    }

    @Test
    void shouldStayInTheStoredTraceWhenWorkIsDoneInASpan() {
        // When
        String blocking = TraceContext.callInSpan(STORED, "work", TraceContext::current);
        String reactive = TraceContext.span(
                        STORED, "work", () -> Uni.createFrom().item(TraceContext::current))
                .await()
                .indefinitely();

        // Then
        assertThat(TraceContext.traceId(blocking)).isEqualTo(TRACE);
        assertThat(TraceContext.traceId(reactive)).isEqualTo(TRACE);
    }

    @Test
    void shouldBeCurrentWhileWorkRunsWhenItWasStored() {
        // Given
        List<String> seen = new ArrayList<>();

        // When
        TraceContext.run(STORED, () -> seen.add(TraceContext.current()));

        // Then
        assertThat(seen).containsExactly(STORED);
        assertThat(TraceContext.current()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331"
            })
    void shouldBeTheRootWhenTheStoredTextIsNoTrace(String stored) {
        assertThat(TraceContext.parse(stored)).isEqualTo(Context.root());
        assertThat(TraceContext.traceId(stored)).isNull();
    }
}
