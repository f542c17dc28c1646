package dev.masterplan.execution.acceptance;

import dev.masterplan.execution.workspace.Sha256;
import dev.masterplan.messaging.event.GateResult.Verdict;
import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.MasterPlanApproved.Deferral;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Required;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What one gate proved, and what it did not: enough to check it again without the service.
 *
 * @param commit       of the tree that was tested; null before its commit
 * @param treeHash     hash of all files ({@code TreeHash})
 * @param manifestHash hash of the acceptance tests
 * @param sandbox      name and version
 * @param engine       who wrote the code and the tests: {@code blueprint (rules, no AI)}
 * @param notCovered   keys of requirements that nobody wrote
 */
public record Certificate(
        int format,
        UUID executionId,
        UUID masterplanId,
        String name,
        String traceId,
        int wave,
        int round,
        Verdict verdict,
        String failureReason,
        Instant decidedAt,
        String commit,
        String treeHash,
        String manifestHash,
        String sandbox,
        String engine,
        boolean rehearsal,
        GateRates rates,
        List<Tested> tests,
        List<Correction> corrections,
        List<Waiver> waivers,
        List<Deferral> deferrals,
        List<String> notCovered) {

    public static final int FORMAT = 1;

    public Certificate {
        executionId = Required.value(executionId, "execution_id");
        masterplanId = Required.value(masterplanId, "masterplan_id");
        verdict = Required.value(verdict, "verdict");
        engine = Required.text(engine, "engine");
        rates = Required.value(rates, "rates");
        tests = Required.copy(tests);
        corrections = Required.copy(corrections);
        waivers = Required.copy(waivers);
        deferrals = Required.copy(deferrals);
        notCovered = Required.copy(notCovered);
    }

    /** One due test and its sentence. */
    public record Tested(
            String testId,
            String requirementKey,
            String sentence,
            Priority priority,
            boolean ran,
            boolean passed,
            boolean flaky,
            String text,
            long durationMs) {
        public Tested {
            testId = Required.text(testId, "test_id");
        }

        public static Tested of(TestResult result, String requirementKey, String sentence, Priority priority) {
            return new Tested(
                    result.testId(),
                    requirementKey,
                    sentence,
                    priority,
                    result.ran(),
                    result.passed(),
                    result.flaky(),
                    result.text(),
                    result.durationMs());
        }
    }

    /** A person changed a test: both contents stand here. */
    public record Correction(String testId, String path, String by, String reason, String before, String after) {}

    /** A person went on without a SHOULD. */
    public record Waiver(String testId, String by, String reason) {}

    /** The bytes that are stored, hashed and written beside the tree. */
    public byte[] json() {
        return Json.write(this);
    }

    public String hash() {
        return Sha256.hex(json());
    }
}
