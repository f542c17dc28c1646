package dev.masterplan.execution.acceptance;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gate S: a wave is followed by the next one only when its due tests pass. Pure. */
public final class GateS {

    private GateS() {}

    /** Judges tests that were run. @param due results of all due tests, R-000 among them */
    public static GateVerdict judge(Collection<DueResult> due, GateThresholds thresholds) {
        if (due.isEmpty()) {
            return new GateVerdict.NotApplicable("no test is due");
        }
        GateRates rates = GateRates.of(due);
        boolean open = rates.mustRate() >= thresholds.must() && rates.shouldRate() >= thresholds.should();
        return open ? new GateVerdict.Open(rates.mustRate(), rates.shouldRate()) : new GateVerdict.Blocked(failed(due));
    }

    /** MUST before SHOULD, then by key. */
    private static List<FailedRequirement> failed(Collection<DueResult> due) {
        Map<String, List<DueResult>> byRequirement = due.stream()
                .filter(test -> !test.passed())
                .collect(Collectors.groupingBy(DueResult::requirementKey, TreeMap::new, Collectors.toList()));
        return byRequirement.values().stream()
                .map(tests -> new FailedRequirement(
                        tests.getFirst().requirementKey(),
                        tests.stream()
                                .map(DueResult::priority)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        tests.stream().map(DueResult::testId).sorted().toList()))
                .sorted(Comparator.comparing(FailedRequirement::priority))
                .toList();
    }
}
