package dev.masterplan.execution.attempt;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.atom.Start;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.messaging.event.MasterPlanApproved;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * All that the work on one atom needs, taken from the run's memory before it begins.
 *
 * @param current     content of its file, null when it is new
 * @param nextVersion version that its file gets
 * @param comment     what a person or a failing test said, empty at first
 * @param cost        what earlier attempts have cost
 * @param asked       a person wants something of the run: no further attempt
 */
public record AtomJob(
        RunRef run,
        MasterPlanApproved approved,
        Atom atom,
        String current,
        int nextVersion,
        Map<String, byte[]> snapshot,
        boolean lastLink,
        Start start,
        BigDecimal cost,
        List<String> comment,
        Progress progress,
        Tracing tracing,
        BooleanSupplier asked) {

    /** @param traceparent of the wave's span */
    public record Tracing(String traceparent, SpanBudget budget) {}

    /** Counts the wave's ended atoms for the updates. */
    public interface Progress {
        int ended();

        int end();

        int total();
    }
}
