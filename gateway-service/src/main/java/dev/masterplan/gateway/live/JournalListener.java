package dev.masterplan.gateway.live;

import dev.masterplan.gateway.GatewayConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Hears what any gateway wrote into the journal; the poll covers the time without a connection. */
@ApplicationScoped
public class JournalListener {

    private static final Logger LOG = Logger.getLogger(JournalListener.class);
    private static final long RECONNECT_MILLIS = 500;

    private final Vertx vertx;
    private final LiveHub hub;
    private final PgSubscriber subscriber;
    private final long pollMillis;
    private long poll;

    @Inject
    JournalListener(
            Vertx vertx,
            LiveHub hub,
            GatewayConfig config,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.vertx = vertx;
        this.hub = hub;
        this.pollMillis = config.live().poll().toMillis();
        PgConnectOptions options = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
        this.subscriber = PgSubscriber.subscriber(vertx, options).reconnectPolicy(retries -> RECONNECT_MILLIS);
    }

    void start(@Observes StartupEvent event) {
        subscriber.channel(JournalSql.CHANNEL).handler(session -> hub.wake(UUID.fromString(session)));
        subscriber.connect().onFailure(failure -> LOG.warnf("not listening to the journal yet, polling: %s", failure));
        poll = vertx.setPeriodic(pollMillis, tick -> hub.wakeAll());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(poll);
        subscriber.close();
    }
}
