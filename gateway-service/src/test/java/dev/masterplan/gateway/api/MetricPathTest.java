package dev.masterplan.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricPathTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/sessions, /api/v1/sessions",
        "/api/v1/sessions/0198c0de-0000-7000-8000-000000000001, /api/v1/sessions/{id}",
        "/api/v1/reviews/0198c0de-0000-7000-8000-000000000001/approve, /api/v1/reviews/{id}/approve",
        "/api/v1/session/sign-in, /api/v1/session/sign-in",
        "/api/v1/masterplans/{id}/timeline, /api/v1/masterplans/{id}/timeline",
        "/api/v1/sessions/abcdefghijklmnopqrstuvwxyz, /api/v1/sessions/{id}",
        "/runs/0198c0de-0000-7000-8000-000000000001, /{page}",
        "/wp-login.php, /{page}",
        "/, /{page}",
        "NOT_FOUND, NOT_FOUND",
    })
    void shouldNameNoIdWhenAPathIsMeasured(String path, String label) {
        assertThat(MetricPath.of(path)).isEqualTo(label);
    }
}
