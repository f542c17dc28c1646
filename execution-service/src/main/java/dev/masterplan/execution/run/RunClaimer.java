package dev.masterplan.execution.run;

import dev.masterplan.execution.desk.CommandDesk;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.journal.InstanceLease;
import dev.masterplan.execution.journal.Sql;
import dev.masterplan.messaging.event.RunState;
import dev.masterplan.messaging.event.TraceContext;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Takes runs that nobody drives, up to the capacity, and wakes the drivers of this process when their mailbox has
 * something; by notification, and every second in case one was missed. Clears away the leases of dead processes.
 */
@Singleton
public class RunClaimer {

    private static final Logger LOG = Logger.getLogger(RunClaimer.class);
    private static final String BURY = "delete from instance where expires < now()";
    private static final String CLAIM = """
            update run set owner = $1 where no in (
              select no from run r
              where (state = any($2)
                  or exists (select 1 from run_command c where c.run_no = r.no and c.state = 'PENDING'))
                and (owner is null or owner not in (select id from instance) or (owner = $1 and no <> all($3)))
              order by no limit $4 for update skip locked)
            returning no, id, traceparent""";
    private static final String[] OPEN = Arrays.stream(RunState.values())
            .filter(s -> !s.ended())
            .map(Enum::name)
            .toArray(String[]::new);
    private static final String ASKED =
            "select distinct run_no from run_command where state = 'PENDING' and run_no = any($1)";

    private final Pool pool;
    private final Pool reads;
    private final InstanceLease lease;
    private final RunEngine engine;
    private final CommandDesk desk;
    private final Map<Integer, RunDriver> drivers = new ConcurrentHashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean stopping;
    private volatile boolean listening;
    private Thread thread;

    RunClaimer(
            @ReactiveDataSource("lease") Pool pool,
            Pool reads,
            InstanceLease lease,
            RunEngine engine,
            CommandDesk desk) {
        this.pool = pool;
        this.reads = reads;
        this.lease = lease;
        this.engine = engine;
        this.desk = desk;
    }

    void onStart(@Observes @Priority(2_000) StartupEvent event) {
        thread = Thread.ofVirtual().name("claimer").start(this::loop);
    }

    void onStop(@Observes @Priority(1) ShutdownEvent event) {
        stopping = true;
        thread.interrupt();
        drivers.values().forEach(RunDriver::stop);
    }

    void onLeaseLost(@Observes InstanceLease.LeaseLost lost) {
        drivers.values().forEach(RunDriver::stop);
        drivers.clear();
    }

    private void loop() {
        while (!stopping) {
            try {
                listen();
                claim();
                wakeAsked();
                if (wake.tryAcquire(engine.config().engine().pollEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf("claiming failed, tried again: cause=%s", e.getMessage());
                LockSupport.parkNanos(engine.config().engine().pollEvery().toNanos());
            }
        }
    }

    private void listen() {
        if (listening) {
            return;
        }
        PgConnection connection = PgConnection.cast(Sql.await(pool.getConnection()));
        connection.notificationHandler(notification -> wake.release());
        connection.closeHandler(closed -> listening = false);
        Sql.await(connection.query("listen run_wake").execute());
        listening = true;
    }

    private void claim() {
        long busy = drivers.values().stream().filter(RunDriver::busy).count();
        int room = engine.config().engine().maxRuns() - (int) busy;
        if (room <= 0 || !lease.holds()) {
            return;
        }
        Sql.run(pool, BURY);
        UUID under = lease.id();
        Integer[] mine = drivers.keySet().toArray(Integer[]::new);
        Sql.await(pool.withTransaction(connection -> lease.check(connection)
                        .compose(held -> held
                                ? connection.preparedQuery(CLAIM).execute(Tuple.of(under, OPEN, mine, room))
                                : Future.failedFuture("no lease"))))
                .forEach(row -> drive(row, under));
    }

    /** All that is logged about the run carries the id of its plan's trace. */
    private void drive(Row claimed, UUID under) {
        int runNo = claimed.getInteger("no");
        RunDriver driver = new RunDriver(runNo, under, engine, desk);
        drivers.put(runNo, driver);
        Runnable inTrace = TraceContext.parse(claimed.getString("traceparent")).wrap(() -> {
            LOG.infof("run claimed: run=%s instance=%s", claimed.getUUID("id"), under);
            try {
                driver.run();
            } finally {
                LOG.infof("run left: run=%s instance=%s", claimed.getUUID("id"), under);
            }
        });
        Thread.ofVirtual().name("run " + runNo).start(() -> {
            try {
                inTrace.run();
            } finally {
                drivers.remove(runNo, driver);
                wake.release();
            }
        });
    }

    private void wakeAsked() {
        if (!drivers.isEmpty()) {
            Integer[] mine = drivers.keySet().toArray(Integer[]::new);
            Sql.rows(reads, ASKED, (Object) mine).forEach(row -> {
                RunDriver driver = drivers.get(row.getInteger("run_no"));
                if (driver != null) {
                    driver.wake();
                }
            });
        }
    }
}
