package dev.masterplan.planner.analysis;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.List;
import java.util.stream.Stream;

/** The analysis of a plan: all rules over one discovery, plan and set of test specifications. */
public final class PlanAnalysis {

    private PlanAnalysis() {}

    public static Analysis of(
            Discovery discovery, PlanDocument plan, List<TestSpecification> tests, Guidance guidance) {
        TaskGraph graph = TaskGraph.of(plan);
        List<Coverage> matrix = CoverageRules.matrix(discovery, plan, tests);
        List<Finding> findings = Stream.of(
                        ShapeRules.findings(discovery, plan, guidance),
                        GraphRules.findings(plan, graph),
                        FileRules.findings(plan),
                        CoverageRules.findings(discovery, plan, matrix))
                .flatMap(found -> found)
                .toList();
        return new Analysis(
                findings.stream().filter(Finding::blocks).toList(),
                findings.stream().filter(finding -> !finding.blocks()).toList(),
                matrix);
    }
}
