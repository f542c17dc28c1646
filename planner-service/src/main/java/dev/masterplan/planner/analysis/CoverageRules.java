package dev.masterplan.planner.analysis;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.List;
import java.util.stream.Stream;

/** Whether every requirement has tasks that keep it and tests that prove it. */
final class CoverageRules {

    private CoverageRules() {}

    static List<Coverage> matrix(Discovery discovery, PlanDocument plan, List<TestSpecification> tests) {
        return discovery.requirements().stream()
                .map(requirement -> row(requirement, plan, tests))
                .toList();
    }

    private static Coverage row(Requirement requirement, PlanDocument plan, List<TestSpecification> tests) {
        return new Coverage(
                requirement.key(),
                requirement.id(),
                requirement.priority(),
                requirement.coverage().state(),
                requirement.coverage().reason(),
                plan.tasks()
                        .filter(task -> task.requirementIds().contains(requirement.id()))
                        .map(Task::number)
                        .toList(),
                tests.stream()
                        .filter(test -> test.requirementId().equals(requirement.id()))
                        .map(TestSpecification::id)
                        .toList());
    }

    static Stream<Finding> findings(Discovery discovery, PlanDocument plan, List<Coverage> matrix) {
        return Stream.concat(matrix.stream().flatMap(CoverageRules::ofRow), unknownRequirements(discovery, plan));
    }

    private static Stream<Finding> ofRow(Coverage row) {
        return switch (row.state()) {
            case NOT_COVERED -> Stream.of(notCovered(row));
            case DEFERRED -> deferred(row);
            case COVERED -> covered(row);
        };
    }

    private static Finding notCovered(Coverage row) {
        String text = row.requirementKey() + " is not covered: " + row.reason()
                + ". Rephrase it, choose another engine, or defer it.";
        return byPriority(row, "not_covered", text);
    }

    private static Stream<Finding> deferred(Coverage row) {
        return row.tasks().isEmpty() && row.tests().isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.error(
                                "deferred_but_planned",
                                row.requirementKey() + " is deferred, but tasks or tests still name it")
                        .ofRequirement(row.requirementKey()));
    }

    private static Stream<Finding> covered(Coverage row) {
        Stream.Builder<Finding> found = Stream.builder();
        if (row.tasks().isEmpty()) {
            found.add(byPriority(
                    row, "no_task", "no task keeps " + row.requirementKey() + ": defer it, or change the plan"));
        }
        if (row.tests().isEmpty()) {
            found.add(byPriority(
                    row, "no_test", "no test proves " + row.requirementKey() + ": defer it, or change the plan"));
        }
        return found.build();
    }

    private static Finding byPriority(Coverage row, String code, String text) {
        Finding finding = row.priority() == Priority.MUST ? Finding.error(code, text) : Finding.warning(code, text);
        return finding.ofRequirement(row.requirementKey());
    }

    private static Stream<Finding> unknownRequirements(Discovery discovery, PlanDocument plan) {
        return plan.tasks()
                .flatMap(task -> task.requirementIds().stream()
                        .filter(id -> discovery.requirement(id).isEmpty())
                        .map(id -> Finding.error(
                                        "unknown_requirement",
                                        "task " + task.number() + " names the unknown requirement " + id)
                                .ofTask(task.number())));
    }
}
