package dev.masterplan.execution.run;

import dev.masterplan.execution.ExecutionConfig;
import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.inbox.Delivered;
import dev.masterplan.messaging.inbox.SqlInbox;
import dev.masterplan.messaging.plan.Limits;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.UUID;

/** Writes a run's first rows: inbox, run and budget in one transaction. */
@Singleton
public class RunRegister {

    private static final String CONSUMER = "execution";
    private static final String INSERT_RUN = """
            insert into run (id, masterplan_id, session_id, version, name, approved, traceparent, trace_id, state)
            values ($1, $2, $3, $4, $5, $6, $7, $8, 'PREPARING')
            on conflict (masterplan_id, version) do nothing""";
    private static final String INSERT_BUDGET = """
            insert into budget (plan, plan_soft, plan_hard, soft, hard, elsewhere, trace_id)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (plan) do nothing""";
    private static final String WAKE = "select pg_notify('run_wake', '')";

    private final Pool pool;
    private final BigDecimal share;

    RunRegister(Pool pool, ExecutionConfig config) {
        this.pool = pool;
        this.share = config.cost().share();
    }

    Uni<Void> record(Delivered<MasterPlanApproved> delivered) {
        return Uni.createFrom()
                .completionStage(() -> pool.withTransaction(connection -> SqlInbox.firstTime(
                                        connection, CONSUMER, delivered.eventId())
                                .compose(first -> first ? insert(connection, delivered) : Future.succeededFuture()))
                        .toCompletionStage());
    }

    private Future<Void> insert(SqlConnection connection, Delivered<MasterPlanApproved> delivered) {
        MasterPlanApproved approved = delivered.event();
        Tuple run = Tuple.from(new Object[] {
            UUID.randomUUID(),
            approved.masterplanId(),
            approved.sessionId(),
            approved.version(),
            approved.name(),
            Buffer.buffer(Json.write(approved)),
            approved.traceparent(),
            approved.traceId()
        });
        return connection
                .preparedQuery(INSERT_RUN)
                .execute(run)
                .compose(r -> connection.preparedQuery(INSERT_BUDGET).execute(budget(approved)))
                .compose(r -> connection.preparedQuery(WAKE).execute())
                .mapEmpty();
    }

    private Tuple budget(MasterPlanApproved approved) {
        Limits limits = approved.limits();
        BigDecimal generation = approved.generationCostUsd() == null ? BigDecimal.ZERO : approved.generationCostUsd();
        return Tuple.from(new Object[] {
            approved.masterplanId(),
            limits.softUsd(),
            limits.hardUsd(),
            limits.softUsd().multiply(share),
            limits.hardUsd().multiply(share),
            generation,
            approved.traceId()
        });
    }
}
