package dev.masterplan.execution.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The database is away for longer than the lease is trusted, and comes back before it has run out. */
@QuarkusTest
@TestProfile(LeaseOutageTest.ShortTrust.class)
class LeaseOutageTest {

    /** Trusted for less than a second, valid for fifteen. */
    public static class ShortTrust implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "masterplan.execution.lease.renew-every", "100ms",
                    "masterplan.execution.lease.trust-for", "600ms");
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
    Told told;

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
}
