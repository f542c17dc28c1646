package dev.masterplan.local.flow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.masterplan.local.client.Views.Coverage;
import dev.masterplan.local.client.Views.Execution;
import dev.masterplan.local.client.Views.MasterPlan;
import dev.masterplan.local.client.Views.TestCounts;
import dev.masterplan.local.client.Views.Wave;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code --json} writes. */
public record Result(
        String status,
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

    /** Says before the work what would fail after it. @param file null: none was asked for */
    static void refuseUnwritable(Path file) {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new StopException(Exit.ERROR, file + " can't be written: " + folder + " is no folder for a file");
        }
    }

    /** @throws StopException when the file can't be written */
    void write(Path file) {
        try {
            Files.writeString(file, JSON.writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new StopException(Exit.ERROR, file + " can't be written: " + e.getMessage());
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
