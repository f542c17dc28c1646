package dev.masterplan.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.masterplan.gateway.Door;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built page in a real browser: the content policy must not break it, and it must come up signed in. */
@QuarkusTest
@WithTestResource(Door.class)
@Tag("slow")
class PageInBrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TestHTTPResource
    URI gateway;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"/, Describe the software you want", "/plans, Plans"})
    void shouldComeUpSignedInWhenTheStartAddressIsOpened(String view, String expected) throws Exception {
        // When
        Opened page = open(view + "?token=" + Door.TOKEN);

        // Then
        assertThat(page.dom()).contains(expected, "engine: blueprint (rules, no AI)", "aria-label=\"Pages\"");
        assertThat(page.console()).isEmpty();
    }

    @Test
    void shouldAskForTheTokenWhenNobodyIsSignedIn() throws Exception {
        assertThat(open("/").dom()).contains("Sign in", "Token");
    }

    /** @param console what the page wrote to the console, violations of the content policy among it */
    private record Opened(String dom, List<String> console) {}

    private Opened open(String address) throws IOException, InterruptedException {
        assumeThat(CHROMIUM).as("a browser is installed").exists();
        assumeThat(BuiltPage.exists()).as("the page is built").isTrue();
        Path dom = folder.resolve("dom.html");
        Path log = folder.resolve("log.txt");
        Process browser = new ProcessBuilder(command(gateway.resolve(address).toString()))
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
        try (var lines = Files.lines(log)) {
            return new Opened(
                    Files.readString(dom),
                    lines.filter(line -> line.contains(":CONSOLE")).toList());
        }
    }

    private List<String> command(String address) {
        return List.of(
                CHROMIUM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--virtual-time-budget=10000",
                "--dump-dom",
                address);
    }
}
