package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Measures, in the browser, from the click on approve until the live channel says that the run has begun. A benchmark:
 * it prints what it measured and judges nothing, since a busy machine is no fault of the product.
 */
@Tag("long")
@ExtendWith(StackExtension.class)
class ApprovalLatencyTest {

    private static final int WARM_UP = 3;
    private static final int MEASURED = 24;
    private static final String STOPWATCH = """
            const Socket = window.WebSocket;
            window.WebSocket = class extends Socket {
                constructor(...address) {
                    super(...address);
                    this.addEventListener('message', frame => {
                        if (String(frame.data).includes('"masterplan_execution_start"')) {
                            window.heard ??= performance.now();
                        }
                    });
                }
            };
            addEventListener('click', () => { window.clicked ??= performance.now(); }, true);
            """;

    @Test
    void shouldSayHowLongAPersonWaitsForTheRunToBegin(RunningProduct product) throws IOException {
        String brief = Files.readString(RunningProduct.ROOT.resolve("docs/examples/notes.md"));
        double[] millis = new double[MEASURED];
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.addInitScript(STOPWATCH);
            page.navigate(product.instance().url() + "/plans#token="
                    + product.instance().token());
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Plans"))
                    .waitFor();
            for (int i = -WARM_UP; i < MEASURED; i++) {
                double waited = approve(product, page, plan(product, brief));
                if (i >= 0) {
                    millis[i] = waited;
                }
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "approve -> masterplan_execution_start in the browser, %d approvals: p50 %.0f ms, p95 %.0f ms, max %.0f ms%n",
                MEASURED, millis[MEASURED / 2], millis[(int) Math.ceil(MEASURED * 0.95) - 1], millis[MEASURED - 1]);
        assertThat(millis[0]).isPositive();
    }

    private static String plan(RunningProduct product, String brief) {
        String session = post(product, "/sessions", Map.of("name", "latency"), 201, "id");
        String plan = post(
                product,
                "/sessions/" + session + "/messages",
                Map.of("text", "/masterplan\n" + brief),
                202,
                "masterplan_id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> status(product, "/masterplans/" + plan, "status"), "DRAFT"::equals);
        return plan;
    }

    /** The run is given up once it is measured, so that each approval finds the same quiet product. */
    private static double approve(RunningProduct product, Page page, String plan) {
        page.navigate(product.instance().url() + "/plans/" + plan);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve and build"))
                .click();
        page.waitForFunction("() => window.heard");
        double waited = ((Number) page.evaluate("() => window.heard - window.clicked")).doubleValue();
        String run = status(product, "/executions?masterplan_id=" + plan, "items[0].id");
        post(product, "/executions/" + run + "/commands", Map.of("command", "cancel"), 202, "id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> status(product, "/executions/" + run, "state"), "CANCELLED"::equals);
        return waited;
    }

    private static String post(RunningProduct product, String path, Map<String, ?> body, int status, String answer) {
        return product.api()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(status)
                .extract()
                .path(answer);
    }

    private static String status(RunningProduct product, String path, String field) {
        return product.api().get(path).then().statusCode(200).extract().path(field);
    }
}
