package dev.masterplan.planner.generation;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.planner.PlannerConfig;
import dev.masterplan.planner.analysis.Estimator;
import dev.masterplan.planner.discovery.Reading;
import dev.masterplan.planner.exchange.Imported;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.masterplan.PlanOrder;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The author at work: measured, and its failures told from those of the database. */
@Singleton
public class TimedAuthor {

    private static final Logger LOG = Logger.getLogger(TimedAuthor.class);
    private static final String DISCOVERY = "masterplan.discovery.duration";
    private static final String GENERATION = "masterplan.generation.duration";
    private static final String ANALYSIS = "masterplan.analysis.duration";

    private final PlanAuthor author;
    private final Drafting drafting;
    private final MeterRegistry metrics;

    TimedAuthor(PlanAuthor author, PlannerConfig config, MeterRegistry metrics) {
        this.author = author;
        this.drafting = new Drafting(
                author, config.guidance().value(), new Estimator(config.pace().value()));
        this.metrics = metrics;
    }

    Discovery read(UUID messageId, String brief) {
        return timed(DISCOVERY, () -> author.read(messageId, brief));
    }

    PlanDocument plan(Discovery discovery) {
        return timed(GENERATION, () -> author.plan(discovery));
    }

    PlanContent content(Reading reading, PlanDocument plan, PlanOrder order) {
        return timed(ANALYSIS, () -> drafting.content(reading, plan, order));
    }

    /** The content of a plan that somebody else wrote. */
    PlanContent imported(Imported imported, PlanOrder order) {
        return timed(
                ANALYSIS, () -> drafting.judged(null, imported.discovery(), imported.plan(), imported.tests(), order));
    }

    private <T> T timed(String name, Supplier<T> work) {
        try {
            return metrics.timer(name).record(work);
        } catch (RuntimeException e) {
            LOG.error("the author broke off", e);
            throw new AuthorBrokeOff(e);
        }
    }
}
