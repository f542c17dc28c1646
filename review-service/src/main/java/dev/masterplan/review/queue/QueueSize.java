package dev.masterplan.review.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** The metric {@code masterplan.review.queue.size}: reviews that wait for a person, counted after each change. */
@ApplicationScoped
public class QueueSize {

    private static final Logger LOG = Logger.getLogger(QueueSize.class);

    private final AtomicLong waiting = new AtomicLong();
    private final ReviewRepository reviews;

    QueueSize(ReviewRepository reviews, MeterRegistry metrics) {
        this.reviews = reviews;
        metrics.gauge("masterplan.review.queue.size", waiting);
    }

    /** Beside the start, so that the service is ready at once. */
    void count(@Observes StartupEvent event) {
        Thread.startVirtualThread(() -> {
            try {
                VertxContextSupport.subscribeAndAwait(this::refresh);
            } catch (Throwable e) {
                LOG.warn("the queue is not counted before its next change", e);
            }
        });
    }

    /** Call it after the commit. */
    public Uni<Void> refresh() {
        return Uni.createFrom()
                .deferred(() -> Panache.withSession(reviews::waiting))
                .invoke(waiting::set)
                .replaceWithVoid();
    }
}
