package dev.masterplan.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedNamesTest {

    private final AllowedNames names =
            new AllowedNames(List.of("localhost", "127.0.0.1", "[::1]"), List.of("http://localhost:5173"));

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, true",
        "localhost, true",
        "LOCALHOST:8080, true",
        "127.0.0.1:1, true",
        "[::1]:8080, true",
        "[::1], true",
        "evil.example:8080, false",
        "localhost.evil.example, false",
        "127.0.0.1.evil.example:80, false",
        "'', false",
    })
    void shouldAllowOnlyNamesOfThisMachineWhenAHostIsNamed(String host, boolean allowed) {
        assertThat(names.host(host)).isEqualTo(allowed);
    }

    @Test
    void shouldRefuseWhenNoHostIsNamed() {
        assertThat(names.host(null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, true",
        "https://localhost:8080, true",
        "http://localhost:5173, true",
        "http://localhost:3000, false",
        "http://127.0.0.1:8080, false",
        "http://evil.example, false",
        "null, false",
        "'', false",
    })
    void shouldAllowOnlyTheOwnOriginAndTheListedOnesWhenAPageAsks(String origin, boolean allowed) {
        assertThat(names.origin(origin, "localhost:8080")).isEqualTo(allowed);
    }

    @Test
    void shouldAllowWhenNoPageAsks() {
        assertThat(names.origin(null, "localhost:8080")).isTrue();
    }
}
