package dev.masterplan.execution.view;

import dev.masterplan.execution.journal.Sql;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.TestSpecification;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the acceptance tests of a run. */
@Singleton
class Tests {

    private static final String TESTS = "select * from acceptance_test where run_no = $1 order by ord";

    private final Pool pool;

    Tests(Pool pool) {
        this.pool = pool;
    }

    /** @param state NOT_DUE, PASSED, FAILED, FLAKY or NOT_PROVED */
    public record View(
            String id,
            String requirementKey,
            String sentence,
            String priority,
            String given,
            String when,
            String then,
            int dueFromWave,
            String state,
            String text,
            String evidence,
            Long durationMs,
            String file,
            String correctedBy,
            String correctionReason) {}

    List<View> of(Row run) {
        MasterPlanApproved approved = Executions.approved(run);
        Map<String, TestSpecification> specifications = new HashMap<>();
        approved.tests().forEach(t -> specifications.put(t.id(), t));
        return Sql.rows(pool, TESTS, run.getInteger("no")).stream()
                .map(row -> view(row, specifications.get(row.getString("test_id")), approved))
                .toList();
    }

    private static View view(Row row, TestSpecification test, MasterPlanApproved approved) {
        Buffer evidence = row.getBuffer("evidence");
        return new View(
                test.id(),
                test.requirementKey(),
                approved.discovery()
                        .requirement(test.requirementId())
                        .orElseThrow()
                        .sentence(),
                test.priority().name(),
                test.given(),
                test.when(),
                test.then(),
                row.getInteger("due_from_wave"),
                row.getString("state"),
                row.getString("text"),
                evidence == null ? null : new String(evidence.getBytes(), StandardCharsets.UTF_8),
                row.getLong("duration_ms"),
                row.getString("file"),
                row.getString("corrected_by"),
                row.getString("correction_reason"));
    }
}
