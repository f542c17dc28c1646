package dev.masterplan.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final String PROGRESS = "atom_execution_progress";

    @Test
    void shouldKeepOrderWhenUpdatesAreTaken() {
        // Given
        var waiting = new Waiting(10, 1_000);
        waiting.offer(Updates.envelope(1, "message", "a", 10));
        waiting.offer(Updates.envelope(2, "message", "b", 10));
        waiting.offer(Updates.envelope(3, "message", "c", 10));

        // When
        List<Envelope> first = waiting.take(20);
        List<Envelope> second = waiting.take(20);

        // Then
        assertThat(first).extracting(Envelope::seq).containsExactly(1L, 2L);
        assertThat(second).extracting(Envelope::seq).containsExactly(3L);
        assertThat(waiting.isEmpty()).isTrue();
    }

    @Test
    void shouldTakeAnUpdateAloneWhenItIsLargerThanAFrame() {
        // Given
        var waiting = new Waiting(10, 1_000);
        waiting.offer(Updates.envelope(1, "message", "a", 500));

        // When / Then
        assertThat(waiting.take(20)).hasSize(1);
    }

    @Test
    void shouldAcceptASingleUpdateWhenItAloneIsLargerThanTheBound() {
        assertThat(new Waiting(10, 100).offer(Updates.envelope(1, "message", "a", 500)))
                .isTrue();
    }

    @Test
    void shouldDropOvertakenProgressWhenAConnectionIsSlow() {
        // Given
        var waiting = new Waiting(3, 1_000);
        waiting.offer(Updates.envelope(1, PROGRESS, "atom:1", 10));
        waiting.offer(Updates.envelope(2, PROGRESS, "atom:1", 10));
        waiting.offer(Updates.envelope(3, PROGRESS, "atom:2", 10));

        // When
        boolean fits = waiting.offer(Updates.envelope(4, "atom_execution_complete", "atom:1", 10));

        // Then
        assertThat(fits).isTrue();
        assertThat(waiting.take(1_000)).extracting(Envelope::seq).containsExactly(3L, 4L);
    }

    @Test
    void shouldSayItIsFullWhenNothingIsWorthless() {
        // Given
        var waiting = new Waiting(2, 1_000);
        waiting.offer(Updates.envelope(1, "message", "a", 10));
        waiting.offer(Updates.envelope(2, "message", "a", 10));

        // When / Then
        assertThat(waiting.offer(Updates.envelope(3, "message", "a", 10))).isFalse();
    }

    @Test
    void shouldSayItIsFullWhenTheBytesAreTooMany() {
        // Given
        var waiting = new Waiting(10, 100);

        // When / Then
        assertThat(waiting.offer(Updates.envelope(1, "message", "a", 50))).isTrue();
        assertThat(waiting.offer(Updates.envelope(2, "message", "b", 50))).isTrue();
        assertThat(waiting.offer(Updates.envelope(3, "message", "c", 1))).isFalse();
    }
}
