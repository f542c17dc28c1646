package dev.masterplan.local.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.masterplan.local.client.Views.Coverage;
import dev.masterplan.local.client.Views.Execution;
import dev.masterplan.local.client.Views.MasterPlan;
import dev.masterplan.local.client.Views.TestCounts;
import dev.masterplan.local.client.Views.Wave;
import java.math.BigDecimal;
import java.util.List;

/** What {@code --json} writes of a run; {@link dev.masterplan.local.out.ResultFile} has the same shape without one. */
public record Result(
        String status,
        String reason,
        String masterplanId,
        String executionId,
        String traceId,
        int waves,
        AtomTotals atoms,
        TestCounts tests,
        List<GateLine> gates,
        List<String> notCovered,
        List<String> deferred,
        long reviews,
        BigDecimal costUsd,
        Seconds seconds) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    public record AtomTotals(int total, int completed, int failed) {}

    public record GateLine(int wave, int round, String verdict) {}

    static Result of(Execution run, List<Wave> waves, long openReviews, Seconds seconds) {
        List<GateLine> gates = waves.stream()
                .flatMap(wave ->
                        wave.gates().stream().map(gate -> new GateLine(wave.number(), gate.round(), gate.verdict())))
                .toList();
        return new Result(
                run.state(),
                run.reason(),
                run.masterplanId(),
                run.id(),
                run.traceId(),
                run.totalWaves(),
                new AtomTotals(
                        run.atoms().total(),
                        run.atoms().completed(),
                        run.atoms().failed()),
                run.tests(),
                gates,
                run.notCovered(),
                run.deferred(),
                openReviews,
                run.cost() == null ? BigDecimal.ZERO : run.cost().spentUsd(),
                seconds);
    }

    String json() {
        try {
            return JSON.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How the command ends: completed needs every MUST proved and none put off. */
    static Exit exit(Execution run, MasterPlan plan) {
        return switch (run.state()) {
            case "COMPLETED" ->
                mustPutOff(run, plan) || !run.tests().allMustPassed() ? Exit.COMPLETED_WITH_GAPS : Exit.COMPLETED;
            case "COMPLETED_WITH_GAPS" -> Exit.COMPLETED_WITH_GAPS;
            case "BLOCKED", "PAUSED" -> Exit.BLOCKED;
            case "CANCELLED" -> Exit.CANCELLED;
            default -> Exit.ERROR;
        };
    }

    private static boolean mustPutOff(Execution run, MasterPlan plan) {
        if (!run.notCovered().isEmpty() && plan.analysis() == null) {
            return true;
        }
        return plan.analysis() != null
                && plan.analysis().coverage().stream()
                        .filter(each -> "MUST".equals(each.priority()))
                        .map(Coverage::requirementKey)
                        .anyMatch(key ->
                                run.deferred().contains(key) || run.notCovered().contains(key));
    }
}
