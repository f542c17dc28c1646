package dev.masterplan.execution.command;

import dev.masterplan.execution.journal.Sql;
import dev.masterplan.messaging.event.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The one mailbox of every run: commands are stored here by any process and carried out by the run's owner. */
@Singleton
public class Mailbox {

    private static final String PUT = """
            insert into run_command (id, run_no, command, body, asked_by, trace_id)
            values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing""";
    private static final String WAKE = "select pg_notify('run_wake', '')";
    private static final String PENDING =
            "select * from run_command where run_no = $1 and state = 'PENDING' order by created_at, id";
    private static final String ONE = "select * from run_command where run_no = $1 and id = $2";

    private final Pool pool;

    Mailbox(Pool pool) {
        this.pool = pool;
    }

    /** The same id is stored once. */
    public void put(UUID id, int runNo, CommandKind kind, CommandBody body, String askedBy, String traceId) {
        Sql.run(pool, PUT, id, runNo, kind.word(), Buffer.buffer(Json.write(body)), askedBy, traceId);
        Sql.run(pool, WAKE);
    }

    /** What nobody has carried out yet, oldest first. */
    public List<RunCommand> pending(int runNo) {
        return Sql.rows(pool, PENDING, runNo).stream().map(RunCommand::of).toList();
    }

    public Optional<RunCommand> find(int runNo, UUID id) {
        return Sql.rows(pool, ONE, runNo, id).stream().map(RunCommand::of).findFirst();
    }
}
