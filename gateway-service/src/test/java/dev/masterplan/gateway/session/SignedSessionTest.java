package dev.masterplan.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedSessionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T22:00:00Z");

    private final SignedSession session = new SignedSession("0123456789abcdef");

    @Test
    void shouldStayOpenUntilItsEndWhenItWasSignedHere() {
        // Given
        String cookie = session.open(NOW.plusSeconds(10));

        // When / Then
        assertThat(session.isOpen(cookie, NOW.plusSeconds(9))).isTrue();
        assertThat(session.isOpen(cookie, NOW.plusSeconds(10))).isFalse();
    }

    @Test
    void shouldSurviveARestartWhenTheTokenIsTheSame() {
        // Given
        String cookie = session.open(NOW.plusSeconds(10));

        // When
        var restarted = new SignedSession("0123456789abcdef");

        // Then
        assertThat(restarted.isOpen(cookie, NOW)).isTrue();
    }

    @Test
    void shouldKeepItsOwnCookieWhenTwoGatewaysRunOnOneMachine() {
        assertThat(new SignedSession("fedcba9876543210").cookieName()).isNotEqualTo(session.cookieName());
    }

    @Test
    void shouldEndWhenTheTokenIsAnother() {
        // Given
        String cookie = session.open(NOW.plusSeconds(10));

        // When
        var renewed = new SignedSession("fedcba9876543210");

        // Then
        assertThat(renewed.isOpen(cookie, NOW)).isFalse();
    }

    @Test
    void shouldBeRefusedWhenItsEndWasChanged() {
        // Given
        String cookie = session.open(NOW.minusSeconds(10));

        // When
        String longer = NOW.plusSeconds(1000).getEpochSecond() + cookie.substring(cookie.indexOf('.'));

        // Then
        assertThat(session.isOpen(longer, NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "1.", ".x", "99999999999.AAAA", "é.ü"})
    void shouldBeRefusedWhenItIsNoSession(String cookie) {
        assertThat(session.isOpen(cookie, NOW)).isFalse();
    }

    @Test
    void shouldKnowItsTokenAndNoOther() {
        assertThat(session.isToken("0123456789abcdef")).isTrue();
        assertThat(session.isToken("0123456789abcdeg")).isFalse();
        assertThat(session.isToken("")).isFalse();
    }

    @Test
    void shouldRefuseATokenWhenItIsTooShort() {
        assertThatThrownBy(() -> new SignedSession("0123456789abcde")).isInstanceOf(IllegalArgumentException.class);
    }
}
