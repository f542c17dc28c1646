package dev.masterplan.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassedHeadersTest {

    @ParameterizedTest
    @CsvSource({
        "Content-Type, true",
        "Idempotency-Key, true",
        "Accept, true",
        "X-Named, false",
        "Connection, false",
        "Transfer-Encoding, false",
        "Cookie, false",
        "AUTHORIZATION, false",
        "traceparent, false",
        "X-Forwarded-For, false",
    })
    void shouldKeepSecretsAndTheConnectionsOwnHeadersWhenARequestGoesIn(String name, boolean passes) {
        assertThat(PassedHeaders.inward(name, List.of("keep-alive, X-Named"))).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({"Content-Type, true", "ETag, true", "Set-Cookie, false", "Keep-Alive, false", "Upgrade, false"})
    void shouldKeepCookiesOfInnerServicesWhenAnAnswerGoesOut(String name, boolean passes) {
        assertThat(PassedHeaders.outward(name, List.of())).isEqualTo(passes);
    }
}
