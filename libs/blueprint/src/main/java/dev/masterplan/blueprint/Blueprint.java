package dev.masterplan.blueprint;

import dev.masterplan.blueprint.code.Writing;
import dev.masterplan.blueprint.form.Forms;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.plan.Planner;
import dev.masterplan.blueprint.plan.TestBinding;
import dev.masterplan.blueprint.read.BriefReader;
import dev.masterplan.blueprint.test.AcceptanceTests;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The engine without AI: a brief becomes a discovery, a plan, code and acceptance tests. Every function is pure: the
 * same input gives the same output, byte for byte.
 */
public final class Blueprint {

    private Blueprint() {}

    /** Reads a brief in plain or Markdown text; never fails, what is not understood stands in {@code unread}. */
    public static Discovery read(UUID messageId, String brief) {
        return BriefReader.read(messageId, brief);
    }

    /**
     * Plans the covered requirements; the others get no task.
     *
     * @throws IllegalArgumentException when the discovery has no aggregate
     */
    public static PlanDocument plan(Discovery discovery) {
        return Planner.plan(discovery);
    }

    /** One specification per acceptance test, bound to the tasks that must be done before it can pass. */
    public static List<TestSpecification> specify(Discovery discovery, PlanDocument plan) {
        return TestBinding.bind(discovery, plan, AcceptanceTests.specify(discovery));
    }

    /** The whole file as it is after this subtask; empty when the blueprint doesn't write that file. */
    public static Optional<String> code(
            Discovery discovery, PlanDocument plan, List<TestSpecification> tests, UUID subtaskId) {
        Writing writing = new Writing(discovery, plan, tests);
        return Planner.step(discovery, subtaskId).map(step -> step.file().write(step.count(), writing));
    }

    /** Path under {@code acceptance/} → content, from the specifications and the discovery only. */
    public static Map<String, String> acceptanceTests(Discovery discovery, List<TestSpecification> tests) {
        return AcceptanceTests.write(discovery, tests);
    }

    /** What the requirement's sentence means; empty when it was not read by rules. */
    public static Optional<SentenceForm> form(Requirement requirement) {
        return Forms.of(requirement);
    }
}
