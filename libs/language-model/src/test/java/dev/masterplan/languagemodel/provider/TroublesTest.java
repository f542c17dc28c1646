package dev.masterplan.languagemodel.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.languagemodel.Trouble.Kind;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroublesTest {

    @ParameterizedTest
    @CsvSource({
        "429, {}, BUSY",
        "429, {\"error\":{\"code\":\"insufficient_quota\"}}, REFUSED",
        "503, '', BUSY",
        "529, {}, BUSY",
        "500, {}, UNKNOWN_OUTCOME",
        "502, <html>, UNKNOWN_OUTCOME",
        "504, {}, UNKNOWN_OUTCOME",
        "408, {}, UNKNOWN_OUTCOME",
        "301, '', REFUSED",
        "400, {}, REFUSED",
        "401, {}, REFUSED",
        "402, {}, REFUSED",
        "403, {}, REFUSED",
        "404, {}, REFUSED",
    })
    void shouldTellWhatAStatusMeansForMoneyAndPatience(int status, String body, Kind kind) {
        assertThat(Troubles.ofStatus(status, headers(null), body).kind()).isEqualTo(kind);
    }

    @Test
    void shouldReadRetryAfterAsSecondsOrDate() {
        // Given
        String inAMinute = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(60));

        // Then
        assertThat(Troubles.retryAfter(headers("20"))).isEqualTo(Duration.ofSeconds(20));
        assertThat(Troubles.retryAfter(headers("0.25"))).isEqualTo(Duration.ofMillis(250));
        assertThat(Troubles.retryAfter(headers(inAMinute))).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
        assertThat(Troubles.retryAfter(headers("soon"))).isNull();
        assertThat(Troubles.retryAfter(headers(null))).isNull();
    }

    @Test
    void shouldSayWhatTheProviderSaysInOneShortLine() {
        assertThat(Troubles.ofStatus(400, headers(null), "{\"error\":{\"message\":\"too\\n  long\"}}")
                        .text())
                .isEqualTo("400 too long");
        assertThat(Troubles.ofStatus(502, headers(null), "x".repeat(5000)).text())
                .hasSizeLessThan(320);
    }

    private static HttpHeaders headers(String retryAfter) {
        Map<String, List<String>> headers = retryAfter == null ? Map.of() : Map.of("Retry-After", List.of(retryAfter));
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}
