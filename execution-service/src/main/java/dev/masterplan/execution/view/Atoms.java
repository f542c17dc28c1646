package dev.masterplan.execution.view;

import dev.masterplan.execution.Problem;
import dev.masterplan.execution.journal.Sql;
import dev.masterplan.execution.view.ExecutionView.Page;
import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.event.WaveCompleted.ConfidenceParts;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.TestSpecification;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads atoms and their attempts for the API. */
@Singleton
class Atoms {

    private static final String FILTER =
            "where run_no = $1 and ($2::int is null or wave = $2) and ($3::text is null or state = $3)";
    private static final String LIST = "select * from atom " + FILTER + " order by atom_no limit $4 offset $5";
    private static final String COUNT = "select count(*) as n from atom " + FILTER;
    private static final String ONE = "select * from atom where run_no = $1 and id = $2";
    private static final String ATTEMPTS =
            "select * from attempt where run_no = $1 and atom_no = $2 order by ladder, number, call";
    private static final String FILES = """
            select content, version from file_version where run_no = $1 and path = $2
            order by version desc limit 2""";

    private final Pool pool;

    Atoms(Pool pool) {
        this.pool = pool;
    }

    Page<AtomView> list(Row run, Integer wave, String state, int limit, int offset) {
        int no = run.getInteger("no");
        List<AtomView> items = Sql.rows(pool, LIST, no, wave, state, limit, offset).stream()
                .map(AtomView::of)
                .toList();
        int total = Sql.rows(pool, COUNT, no, wave, state).getFirst().getInteger("n");
        return new Page<>(items, total, limit, offset);
    }

    AtomDetail detail(Row run, UUID atomId) {
        int no = run.getInteger("no");
        Row atom = Sql.rows(pool, ONE, no, atomId).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("no atom " + atomId));
        MasterPlanApproved approved = Executions.approved(run);
        Set<UUID> requirements = requirements(approved, atom.getUUID("task_id"));
        List<Row> files = Sql.rows(pool, FILES, no, atom.getString("file"));
        String parts = atom.getString("parts");
        return new AtomDetail(
                AtomView.of(atom),
                Sql.rows(pool, ATTEMPTS, no, atom.getInteger("atom_no")).stream()
                        .map(AtomDetail.AttemptView::of)
                        .toList(),
                content(files, 0),
                content(files, 1),
                parts == null ? null : Json.read(parts.getBytes(StandardCharsets.UTF_8), ConfidenceParts.class),
                approved.discovery().requirements().stream()
                        .filter(r -> requirements.contains(r.id()))
                        .map(Requirement::key)
                        .toList(),
                approved.tests().stream()
                        .filter(t -> requirements.contains(t.requirementId()))
                        .map(TestSpecification::id)
                        .toList(),
                atom.getString("trace_id"));
    }

    private static Set<UUID> requirements(MasterPlanApproved approved, UUID taskId) {
        return approved.plan()
                .tasks()
                .filter(t -> t.id().equals(taskId))
                .map(Task::requirementIds)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    private static String content(List<Row> files, int index) {
        if (index >= files.size()) {
            return null;
        }
        Buffer content = files.get(index).getBuffer("content");
        return new String(content.getBytes(), StandardCharsets.UTF_8);
    }
}
