package dev.masterplan.execution.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.atom.AttemptKey;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The database is away for longer than the lease is trusted, or a process stands still and keeps it locked. */
@QuarkusTest
@TestProfile(LeaseOutageTest.ShortTrust.class)
class LeaseOutageTest {

    /** Trusted for less than a second, valid for fifteen. */
    public static class ShortTrust implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "masterplan.execution.lease.renew-every", "100ms",
                    "masterplan.execution.lease.trust-for", "600ms",
                    "masterplan.execution.lease.transaction-idle", "500ms");
        }
    }

    /** What the drivers of runs are told. */
    @Singleton
    public static class Told {
        private final List<UUID> lost = new CopyOnWriteArrayList<>();

        void onLoss(@Observes InstanceLease.LeaseLost loss) {
            lost.add(loss.id());
        }
    }

    @Inject
    InstanceLease lease;

    @Inject
    Pool pool;

    @Inject
    @ReactiveDataSource("writer")
    Pool writer;

    @Inject
    Told told;

    @Inject
    RunJournal journal;

    @Inject
    JournalRows rows;

    @Test
    void shouldLetGoOfWhatWaitsAndWriteNothingMoreUnderALeaseThatIsLost() throws Exception {
        // Given
        RunRef run = rows.run("1.00");
        List<Atom> atoms = rows.atoms(run, 2);
        journal.submit(admitted(run, atoms.get(0)));
        FutureTask<Reply> waits = new FutureTask<>(() -> journal.submit(admitted(run, atoms.get(1))));
        Thread asks = Thread.ofPlatform().daemon().start(waits);
        await().atMost(Duration.ofSeconds(10)).until(() -> asks.getState() == Thread.State.WAITING);
        journal.submit(new Transition.Told(run, Says.nothing()));
        assertThat(waits.isDone()).isFalse();
        UUID before = lease.id();

        // When
        Sql.run(pool, "delete from instance where id = $1", before);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> lease.holds() && !lease.id().equals(before));
        Reply stranger = journal.submit(new Transition.Told(run, Says.nothing()));
        Reply later = journal.submit(new Transition.Told(rows.run("1.00"), Says.nothing()));

        // Then
        assertThat(stranger).isInstanceOf(Reply.LeaseLost.class);
        assertThat(later).isInstanceOf(Reply.Done.class);
        assertThat(waits.get(10, TimeUnit.SECONDS)).isInstanceOf(Reply.LeaseLost.class);
    }

    private static Transition admitted(RunRef run, Atom atom) {
        return new Transition.Admitted(run, atom, new AttemptKey(1, 1, 1), new BigDecimal("0.80"), Says.nothing());
    }

    @Test
    void shouldBeginAgainUnderANewIdWhenItCouldNotRenewForTooLong() {
        // Given
        UUID before = lease.id();

        // When
        Sql.run(pool, "alter table instance rename to instance_away");
        try {
            await().atMost(Duration.ofSeconds(5)).until(() -> told.lost.contains(before));
        } finally {
            Sql.run(pool, "alter table instance_away rename to instance");
        }

        // Then
        await().atMost(Duration.ofSeconds(5)).until(lease::holds);
        assertThat(lease.id()).isNotEqualTo(before);
        assertThat(told.lost).containsExactly(before);
    }

    /** As a process does that is stopped, or cut off from the network, between two statements of a flush. */
    @Test
    void shouldLetGoOfALeaseWhoseOwnerStandsStillInTheMiddleOfATransaction() throws Exception {
        // Given
        UUID still = UUID.randomUUID();
        Sql.run(pool, "insert into instance (id, slot, expires) values ($1, 77, now())", still);
        SqlConnection flush = Sql.await(writer.getConnection());
        Sql.await(flush.begin());
        Sql.run(flush, "select 1 from instance where id = $1 for key share", still);

        // When
        RowSet<Row> buried = pool.preparedQuery("delete from instance where id = $1")
                .execute(Tuple.of(still))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);

        // Then
        assertThat(buried.rowCount()).isEqualTo(1);
        assertThatThrownBy(() -> Sql.run(flush, "select 1")).isInstanceOf(RuntimeException.class);
        flush.close();
    }
}
