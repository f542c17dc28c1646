package dev.masterplan.execution.journal;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.memory.RunStore;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Rows of runs that nobody drives, for what the journal is asked to do with them. */
@Singleton
public class JournalRows {

    private final Pool pool;
    private final InstanceLease lease;

    JournalRows(Pool pool, InstanceLease lease) {
        this.pool = pool;
        this.lease = lease;
    }

    RunRef run(String hard) {
        UUID plan = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        Sql.run(
                pool,
                "insert into run (id, masterplan_id, session_id, version, name, approved, trace_id, state, owner)"
                        + " values ($1, $2, $3, 1, 'Test', $4, $5, 'CANCELLED', $6)",
                id,
                plan,
                UUID.randomUUID(),
                Buffer.buffer("{}"),
                id.toString(),
                lease.id());
        Sql.run(
                pool,
                "insert into budget (plan, soft, hard, plan_soft, plan_hard, trace_id)"
                        + " values ($1, 0.5, $2, 0.5, $2, $3)",
                plan,
                new BigDecimal(hard),
                id.toString());
        return RunStore.ref(
                Sql.rows(pool, "select * from run where id = $1", id).getFirst());
    }

    List<Atom> atoms(RunRef run, int count) {
        List<Atom> atoms = new ArrayList<>();
        for (int no = 0; no < count; no++) {
            Atom atom = new Atom(
                    no,
                    UUID.randomUUID(),
                    "atom " + no,
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    1,
                    no + 1,
                    "python",
                    "f" + no + ".py",
                    Complexity.LOW,
                    List.of(),
                    1);
            Sql.run(
                    pool,
                    "insert into atom (run_no, atom_no, id, name, task_id, subtask_id, task_number, subtask_number,"
                            + " wave, language, file, complexity, state, trace_id)"
                            + " values ($1, $2, $3, $4, $3, $3, 1, $2, 1, 'python', $5, 'LOW', 'PENDING', $6)",
                    run.no(),
                    atom.number(),
                    atom.id(),
                    atom.name(),
                    atom.file(),
                    run.traceId());
            atoms.add(atom);
        }
        return atoms;
    }

    int count(String sql, RunRef run) {
        return sql.contains("$2")
                ? Sql.rows(pool, sql, run.no(), run.traceId()).getFirst().getInteger("n")
                : Sql.rows(pool, sql, run.no()).getFirst().getInteger("n");
    }

    static List<Reply> together(List<Callable<Reply>> requests) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : threads.invokeAll(requests)) {
                replies.add(reply.get());
            }
            return replies;
        }
    }
}
