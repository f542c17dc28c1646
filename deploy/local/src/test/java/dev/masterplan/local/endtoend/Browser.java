package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A real Chromium with one tab. What the page writes to the console as an error, violations of its content policy
 * among it, is kept; so is every frame of its live channel.
 *
 * <p>Driver and axe are tools of the pages, taken from their {@code node_modules}; nothing is downloaded here.
 */
final class Browser implements AutoCloseable {

    private static final Path TOOLS = RunningProduct.ROOT.resolve("gateway-service/src/main/webui/node_modules");
    private static final double SECONDS = 1_000;
    private static final String VIOLATIONS = """
            async () => (await axe.run()).violations
                .flatMap(v => v.nodes.map(n => v.id + ': ' + n.html + ' ' + n.failureSummary))""";

    private final Playwright playwright;
    private final Page page;
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> frames = new CopyOnWriteArrayList<>();

    private Browser(Playwright playwright, Path chromium) {
        this.playwright = playwright;
        BrowserContext context = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")))
                .newContext();
        context.setDefaultTimeout(60 * SECONDS);
        context.addInitScript(TOOLS.resolve("axe-core/axe.min.js"));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(errors::add);
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> frames.add(frame.text())));
    }

    /** Skips the test where there is no browser or the product was built without its pages; fails in CI, which has both. */
    static Browser open() {
        Path chromium = program("chromium");
        Path node = program("node");
        boolean there = chromium != null && node != null && Files.exists(TOOLS.resolve("playwright-core"));
        String needed = "chromium, node, and a product that was built with its pages";
        if (System.getenv("CI") != null) {
            assertThat(there).as(needed).isTrue();
        }
        assumeThat(there).as(needed).isTrue();
        System.setProperty("playwright.cli.dir", driver().toString());
        var options = new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        return new Browser(Playwright.create(options), chromium);
    }

    private static Path program(String name) {
        Path found = Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assertThat(found != null || !"true".equals(System.getenv("CI")))
                .as("CI has " + name)
                .isTrue();
        return found;
    }

    /** The folder that Playwright expects: its package beside the runtime. */
    private static Path driver() {
        try {
            Path folder = Files.createTempDirectory("playwright-driver");
            Path link = Files.createSymbolicLink(folder.resolve("package"), TOOLS.resolve("playwright-core"));
            link.toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Page page() {
        return page;
    }

    /** Frames of the live channel, oldest first. */
    List<String> frames() {
        return List.copyOf(frames);
    }

    void forgetFrames() {
        frames.clear();
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    /** What a page writes while its server is gone is not its fault. */
    void forgetErrors() {
        errors.clear();
    }

    /** What axe finds on the page as it is now, in both colour schemes; colours on their way are no colours of the page. */
    List<String> violations() {
        List<String> found = new ArrayList<>();
        page.addStyleTag(new Page.AddStyleTagOptions().setContent("* { transition: none !important }"));
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            String name = scheme.name().toLowerCase(Locale.ROOT);
            page.locator("html[data-mantine-color-scheme=" + name + "]").waitFor();
            List<?> violations = (List<?>) page.evaluate(VIOLATIONS);
            violations.forEach(each -> found.add(scheme + " " + each));
        }
        return found;
    }

    /** Keeps a picture of the page beside the test's report. */
    void keep(String picture) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", picture)).setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
