package dev.masterplan.execution.journal;

import dev.masterplan.execution.ExecutionConfig;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The lease of this process: one row, a new id at each start, on the database's clock. Who loses it stops all runs and
 * begins again under a new id; a zombie's writes fail because each of them looks for the row.
 */
@Singleton
public class InstanceLease {

    private static final Logger LOG = Logger.getLogger(InstanceLease.class);
    private static final String FREE_SLOT = "delete from instance where slot = $1";
    private static final String TAKE =
            "insert into instance (id, slot, expires) values ($1, $2, now() + $3::text::interval)";
    private static final String RENEW =
            "update instance set expires = now() + $2::text::interval where id = $1 and expires > now()";
    private static final String CHECK = "select 1 from instance where id = $1 and expires > now() for key share";
    private static final String FREE = "delete from instance where id = $1";

    private final Pool pool;
    private final ExecutionConfig config;
    private final Event<LeaseLost> losses;
    private final ScheduledExecutorService renewer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("lease").daemon().factory());
    private volatile UUID id;
    private volatile long renewedAt;
    private volatile boolean lost;

    /** Told to everything that drives runs: stop, without another write. */
    public record LeaseLost(UUID id) {}

    InstanceLease(@ReactiveDataSource("lease") Pool pool, ExecutionConfig config, Event<LeaseLost> losses) {
        this.pool = pool;
        this.config = config;
        this.losses = losses;
    }

    void onStart(@Observes @Priority(1) StartupEvent event) {
        take();
        long every = config.lease().renewEvery().toMillis();
        renewer.scheduleWithFixedDelay(this::renew, every, every, TimeUnit.MILLISECONDS);
    }

    void onStop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) {
        try (ExecutorService closing = renewer) {
            closing.shutdownNow();
        }
        Sql.run(pool, FREE, id);
    }

    public UUID id() {
        return id;
    }

    /** By the own clock, for what happens outside the database: the last renewal is young enough. */
    public boolean holds() {
        return !lost
                && System.nanoTime() - renewedAt < config.lease().trustFor().toNanos();
    }

    /** The lease of then is still the one that this process has: what was begun under it may go on. */
    public boolean holds(UUID since) {
        return holds() && id.equals(since);
    }

    /** By the database's clock, inside a transaction: nobody can take the lease away before that ends. */
    public Future<Boolean> check(SqlConnection connection) {
        return connection.preparedQuery(CHECK).execute(Tuple.of(id)).map(rows -> rows.size() == 1);
    }

    private void take() {
        UUID fresh = UUID.randomUUID();
        long sent = System.nanoTime();
        Sql.run(pool, FREE_SLOT, config.slot());
        Sql.run(pool, TAKE, fresh, config.slot(), seconds());
        id = fresh;
        renewedAt = sent;
        lost = false;
        LOG.infof("lease taken: instance=%s slot=%d", fresh, config.slot());
    }

    private void renew() {
        try {
            if (!lost && renewed()) {
                return;
            }
            lose();
            take();
        } catch (RuntimeException e) {
            LOG.warnf("lease not renewed: instance=%s cause=%s", id, e.getMessage());
            if (!holds()) {
                lose();
            }
        }
    }

    private boolean renewed() {
        long sent = System.nanoTime();
        RowSet<Row> renewed = Sql.run(pool, RENEW, id, seconds());
        if (renewed.rowCount() != 1) {
            return false;
        }
        renewedAt = sent;
        return true;
    }

    /** Told once; nothing is claimed before there is a new id, so that no run has an old and a new driver. */
    private void lose() {
        if (!lost) {
            lost = true;
            LOG.errorf("lease lost: instance=%s", id);
            losses.fire(new LeaseLost(id));
        }
    }

    private String seconds() {
        return config.lease().duration().toSeconds() + " seconds";
    }
}
