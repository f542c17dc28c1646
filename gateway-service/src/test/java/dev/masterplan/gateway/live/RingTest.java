package dev.masterplan.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RingTest {

    @Test
    void shouldForgetTheOldestBeyondItsNumber() {
        // Given
        Ring ring = new Ring(3, 1_000);

        // When
        for (int seq = 1; seq <= 5; seq++) {
            ring.add(Updates.envelope(seq, "message", "m", 1));
        }

        // Then
        assertThat(ring.reachesBackTo(1)).isFalse();
        assertThat(ring.reachesBackTo(2)).isTrue();
        assertThat(ring.after(3)).extracting(Envelope::seq).containsExactly(4L, 5L);
    }

    @Test
    void shouldForgetTheOldestBeyondItsBytes() {
        // Given
        Ring ring = new Ring(100, 1_000);
        for (int seq = 1; seq <= 4; seq++) {
            ring.add(Updates.envelope(seq, "message", "m", 300));
        }

        // Then
        assertThat(ring.reachesBackTo(0)).isFalse();
        assertThat(ring.after(0)).extracting(Envelope::seq).containsExactly(2L, 3L, 4L);

        // When
        ring.add(Updates.envelope(5, "message", "m", 5_000));

        // Then
        assertThat(ring.after(0)).extracting(Envelope::seq).containsExactly(5L);
    }

    @Test
    void shouldReachNowhereWhenItIsEmpty() {
        assertThat(new Ring(3, 1_000).reachesBackTo(0)).isFalse();
    }
}
