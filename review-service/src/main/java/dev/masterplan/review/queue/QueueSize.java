package dev.masterplan.review.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;

/** The metric {@code masterplan.review.queue.size}: reviews that wait for a person, counted after each change. */
@ApplicationScoped
public class QueueSize {

    private final AtomicLong waiting = new AtomicLong();
    private final ReviewRepository reviews;

    QueueSize(ReviewRepository reviews, MeterRegistry metrics) {
        this.reviews = reviews;
        metrics.gauge("masterplan.review.queue.size", waiting);
    }

    void count(@Observes StartupEvent event) throws Throwable {
        VertxContextSupport.subscribeAndAwait(this::refresh);
    }

    /** Call it after the commit. */
    public Uni<Void> refresh() {
        return Uni.createFrom()
                .deferred(() -> Panache.withSession(reviews::waiting))
                .invoke(waiting::set)
                .replaceWithVoid();
    }
}
