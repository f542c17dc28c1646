package dev.masterplan.planner.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** The bridge from blocking threads to Hibernate Reactive, which works on an event loop only. */
@Singleton
public class BlockingTransactions {

    /** Runs the work in one transaction and waits for it. Never call it on an event loop. */
    public <T> T run(Supplier<Uni<T>> work) {
        return await(Uni.createFrom().deferred(() -> Panache.withTransaction(work)));
    }

    /** Waits for work that opens its transaction itself. Never call it on an event loop. */
    public <T> T await(Uni<T> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
