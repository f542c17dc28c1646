package dev.masterplan.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagePathTest {

    @ParameterizedTest
    @CsvSource({
        "/, FILE",
        "/index.html, FILE",
        "/icon.svg, FILE",
        "/assets/main-3f2a.js, ASSET",
        "/runs/1, VIEW",
        "/plans, VIEW",
        "/apiary, VIEW",
        "/queue, VIEW",
        "/api/v1/sessions, OTHER",
        "/api, OTHER",
        "/q/health/ready, OTHER",
        "/q, OTHER",
    })
    void shouldTellThePagesOwnPathsFromTheRestWhenAPathIsAsked(String path, PagePath expected) {
        assertThat(PagePath.of(path)).isEqualTo(expected);
    }
}
