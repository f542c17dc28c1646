package dev.masterplan.blueprint.code;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.List;

/** What is known while a file is written: documents name the plan's files and the tests. */
public record Writing(Discovery discovery, PlanDocument plan, List<TestSpecification> tests) {

    public Writing {
        tests = List.copyOf(tests);
    }
}
