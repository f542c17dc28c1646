package dev.masterplan.planner.exchange;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.Limits;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.List;

/**
 * What was read of files: a plan that nobody has analysed yet, and what became of each part of them.
 *
 * @param tests  none, but for a plan of this product
 * @param engine null when the files say none that there is
 * @param limits null when the files say none
 */
public record Imported(
        String name,
        Discovery discovery,
        PlanDocument plan,
        List<TestSpecification> tests,
        Engine engine,
        Limits limits,
        ImportReport report) {

    public Imported {
        tests = List.copyOf(tests);
    }
}
