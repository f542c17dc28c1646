package dev.masterplan.execution.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.view.Executions;
import dev.masterplan.messaging.plan.Engine;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One small run from READY to COMPLETED and beyond; each test goes on where the one before has ended. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NotesRunTest {

    private static final String MAIN = "app/__main__.py";
    private static AskedRun run;

    @Inject
    Pool pool;

    @Inject
    RunEngine engine;

    @Inject
    Executions executions;

    @Test
    @Order(1)
    void shouldBeginWholeOrNotAtAllWhenTheEndOfItsCommandCannotBeWritten() throws IOException {
        // Given
        run = AskedRun.of(Approvals.of("notes", Engine.blueprint(), false), "READY");
        putAFileInTheWay();
        String command;
        String meanwhile;

        // When
        try (RowFault fault = new RowFault(pool, "run_command", "update", "new.run_no = " + no())) {
            command = run.sent(Map.of("command", "start"))
                    .statusCode(202)
                    .extract()
                    .path("id");
            await().atMost(Duration.ofSeconds(30)).until(() -> fault.hits() > 1);
            meanwhile = run.state();
        }

        // Then
        assertThat(meanwhile).isEqualTo("READY");
        assertThat(run.ended(command).getString("state")).isEqualTo("DONE");
    }

    @Test
    @Order(2)
    void shouldBlockWithReasonAndCureWhenTheTreeCannotBeWrittenAndGoOnByItselfAfterTheCure() throws IOException {
        // Given
        JsonPath blocked = run.reaches("BLOCKED");

        // When
        Files.delete(engine.folder(UUID.fromString(run.id())));

        // Then
        assertThat(blocked.getString("reason")).startsWith("disk: ").doesNotContain("/");
        assertThat(blocked.getString("cure")).contains("disk space", "by itself");
        assertThat(run.reaches("RUNNING").getString("state")).isEqualTo("RUNNING");
    }

    @Test
    @Order(3)
    void shouldTestAndCommitWhatItsRowsSayWhenSomebodyTampersWithItsFolders() throws IOException {
        // Given
        await().atMost(Duration.ofSeconds(60)).until(() -> run.get("").getInt("wave") >= 2);
        assertThat(run.carriedOut(Map.of("command", "pause")).getString("state"))
                .isEqualTo("DONE");
        assertThat(run.state()).isEqualTo("PAUSED");
        List<String> before = run.commits();
        Path folder = engine.folder(UUID.fromString(run.id()));
        List<String> paths = run.get("/workspace/tree").getList("path");

        // When
        for (String path : paths) {
            Files.writeString(folder.resolve(path), "import sys\nsys.exit('tampered with')\n");
        }
        Files.writeString(folder.resolve("alien.py"), "");
        delete(engine.repository(UUID.fromString(run.id())));
        assertThat(run.carriedOut(Map.of("command", "resume")).getString("state"))
                .isEqualTo("DONE");

        // Then
        JsonPath ended = run.reaches("COMPLETED");
        assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo("COMPLETED");
        assertThat(folder.resolve("alien.py")).doesNotExist();
        for (String path : paths) {
            assertThat(folder.resolve(path)).hasContent(run.file(path));
        }
        assertThat(before).hasSizeGreaterThan(1);
        assertThat(run.commits()).hasSizeGreaterThan(before.size()).endsWith(before.toArray(String[]::new));
    }

    @Test
    @Order(4)
    void shouldHaveBuiltTestedAndCertifiedWhatWasApproved() {
        // Given
        JsonPath ended = run.get("");

        // When
        List<String> verdicts = run.get("/waves").getList("gates.verdict.flatten()");

        // Then
        assertThat(ended.getInt("tests.must_passed")).isPositive().isEqualTo(ended.getInt("tests.must_total"));
        assertThat(verdicts).isNotEmpty().containsOnly("OPEN");
        assertThat(run.get("/certificate").getString("verdict")).isEqualTo("OPEN");
    }

    @Test
    @Order(5)
    void shouldTakeOnlyAnEditThatKeepsItGreen() {
        // Given
        String good = run.file(MAIN);

        // When
        JsonPath refused = edit(good.replace("program.prepare()", "sys.exit(1)"));
        String afterwards = run.file(MAIN);
        JsonPath done = edit(good + "\n# kept green\n");

        // Then
        assertThat(refused.getString("state")).as(refused.prettify()).isEqualTo("REFUSED");
        assertThat(refused.getString("text")).contains("would turn red");
        assertThat(afterwards).isEqualTo(good);
        assertThat(done.getString("state")).as(done.prettify()).isEqualTo("DONE");
        assertThat(run.file(MAIN)).endsWith("# kept green\n");
        assertThat(run.get("/certificate").getString("verdict")).isEqualTo("OPEN");
        assertThat(run.state()).isEqualTo("COMPLETED");
    }

    @Test
    @Order(6)
    void shouldKeepNothingOfAnEditWhenItsJudgementCannotBeWritten() {
        // Given
        String good = run.file(MAIN);
        List<String> commits = run.commits();
        String certificate = run.get("/certificate").prettify();
        JsonPath refused;

        // When
        try (RowFault fault = new RowFault(pool, "gate", "insert", "new.run_no = " + no())) {
            refused = edit(good + "\n# half written\n");
            assertThat(fault.hits()).isPositive();
        }

        // Then
        assertThat(refused.getString("state")).as(refused.prettify()).isEqualTo("REFUSED");
        assertThat(run.file(MAIN)).isEqualTo(good);
        assertThat(run.commits()).isEqualTo(commits);
        assertThat(run.get("/certificate").prettify()).isEqualTo(certificate);
    }

    private void putAFileInTheWay() throws IOException {
        Path folder = engine.folder(UUID.fromString(run.id()));
        Files.createDirectories(folder.getParent());
        Files.createFile(folder);
    }

    private JsonPath edit(String content) {
        return run.carriedOut(Map.of("command", "edit_file", "path", MAIN, "content", content));
    }

    private int no() {
        return executions.row(UUID.fromString(run.id())).getInteger("no");
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(NotesRunTest::deleteOne);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
