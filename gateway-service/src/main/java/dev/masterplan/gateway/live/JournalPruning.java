package dev.masterplan.gateway.live;

import dev.masterplan.gateway.GatewayConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Removes from the journal what is older than its retention, in small steps; several gateways may do it at once. */
@ApplicationScoped
public class JournalPruning {

    private static final Logger LOG = Logger.getLogger(JournalPruning.class);

    private static final long SOON_MILLIS = 10_000;

    private final Vertx vertx;
    private final JournalRepository journal;
    private final GatewayConfig.Journal config;
    private long timer;

    @Inject
    JournalPruning(Vertx vertx, JournalRepository journal, GatewayConfig config) {
        this.vertx = vertx;
        this.journal = journal;
        this.config = config.journal();
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(
                SOON_MILLIS,
                config.pruneEvery().toMillis(),
                tick -> prune(Instant.now().minus(config.retention()), config.pruneBatch())
                        .onFailure(failure -> LOG.warnf("the journal is not pruned now: %s", failure)));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Step by step until nothing old is left. @return how many updates went */
    Future<Integer> prune(Instant before, int batch) {
        return journal.prune(before, batch)
                .compose(gone -> gone < batch
                        ? Future.succeededFuture(gone)
                        : prune(before, batch).map(more -> gone + more));
    }
}
