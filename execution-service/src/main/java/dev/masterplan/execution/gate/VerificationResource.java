package dev.masterplan.execution.gate;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.masterplan.execution.Problem;
import dev.masterplan.execution.Roles;
import dev.masterplan.execution.acceptance.BadArchiveException;
import dev.masterplan.execution.acceptance.BuildTest;
import dev.masterplan.execution.acceptance.GateThresholds;
import dev.masterplan.execution.acceptance.TestResult;
import dev.masterplan.execution.acceptance.Verification;
import dev.masterplan.execution.acceptance.Verification.Verified;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.memory.RunStore;
import dev.masterplan.execution.view.Executions;
import dev.masterplan.messaging.plan.TestSpecification;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Runs a run's acceptance tests against a folder that somebody sends; stores nothing. */
@Path("/api/v1/executions/{id}/verifications")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class VerificationResource {

    private static final Duration AGAIN_IN = Duration.ofSeconds(10);

    private final Executions executions;
    private final RunEngine engine;
    private final Semaphore room;

    VerificationResource(Executions executions, RunEngine engine) {
        this.executions = executions;
        this.engine = engine;
        this.room = new Semaphore(engine.config().verification().atOnce());
    }

    /** @param certificate what this folder proved */
    public record View(
            boolean passed,
            List<TestView> tests,
            boolean acceptanceDiffers,
            @JsonRawValue String certificate) {}

    /** One test of the run and how it ended on that folder. */
    public record TestView(
            String id,
            String requirementKey,
            String sentence,
            String priority,
            boolean passed,
            String text,
            String evidence,
            long durationMs) {}

    @POST
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Consumes("application/x-tar")
    public View verify(@PathParam("id") UUID id, InputStream tar) {
        if (!room.tryAcquire()) {
            throw Problem.busy("as many folders as this service verifies at once are being verified", AGAIN_IN);
        }
        try {
            return verified(id, tar);
        } finally {
            room.release();
        }
    }

    /** The folder is read only now, so that those who have to wait take no memory. */
    private View verified(UUID id, InputStream tar) {
        if (!engine.tools().sandbox().available()) {
            throw Problem.conflict(
                    "no sandbox here: " + engine.tools().sandbox().version(), Map.of());
        }
        if (!(engine.store().load(executions.row(id).getInteger("no")) instanceof RunStore.Loaded.Ready ready)) {
            throw Problem.conflict("the plan of this run can't run", Map.of());
        }
        RunMemory memory = ready.memory();
        try {
            return view(
                    memory,
                    new Verification(engine.tools().runner())
                            .verify(
                                    tar,
                                    acceptance(memory),
                                    memory.manifest(),
                                    memory.plan().tests().stream()
                                            .map(TestSpecification::id)
                                            .collect(Collectors.toSet())));
        } catch (BadArchiveException e) {
            throw Problem.invalid(e.getMessage());
        }
    }

    private View view(RunMemory memory, Verified verified) {
        Map<String, TestSpecification> byId = new TreeMap<>();
        byId.put(BuildTest.ID, BuildTest.specification());
        memory.plan().tests().forEach(t -> byId.put(t.id(), t));
        GateThresholds thresholds = new GateThresholds(1, engine.config().gate().shouldRate());
        var occasion = new GateVerdicts.Occasion(
                memory.plan().totalWaves(), 0, null, null, engine.clock().instant());
        GateFacts.Judgement judged = new GateVerdicts(
                        memory, thresholds, engine.tools().sandbox().name())
                .judge(occasion, memory.plan().tests(), verified.results());
        return new View(
                verified.passed(),
                verified.results().stream()
                        .map(r -> view(memory, r, byId.get(r.testId())))
                        .toList(),
                verified.acceptanceDiffers(),
                new String(judged.certificate(), StandardCharsets.UTF_8));
    }

    private static TestView view(RunMemory memory, TestResult result, TestSpecification test) {
        String sentence = test.id().equals(BuildTest.ID)
                ? BuildTest.SENTENCE
                : memory.plan().requirement(test.requirementId()).sentence();
        return new TestView(
                test.id(),
                test.requirementKey(),
                sentence,
                test.priority().name(),
                result.passed(),
                result.text(),
                result.evidence(),
                result.durationMs());
    }

    private static Map<String, byte[]> acceptance(RunMemory memory) {
        Map<String, byte[]> files = new TreeMap<>(memory.contents());
        files.keySet().removeIf(path -> !path.startsWith("acceptance/"));
        return files;
    }
}
