package dev.masterplan.local.show;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.local.client.Views.Analysis;
import dev.masterplan.local.client.Views.Coverage;
import dev.masterplan.local.client.Views.Estimate;
import dev.masterplan.local.client.Views.MasterPlan;
import dev.masterplan.local.client.Views.Remark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What was read of a brief, and the plan that came of it. */
public final class PlanPicture {

    private static final int WARNINGS_SHOWN = 5;

    private final Terminal terminal;

    public PlanPicture(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param lines lines of the brief */
    public void read(String brief, long lines, MasterPlan plan) {
        JsonNode discovery = plan.discovery();
        int fields = 0;
        int machines = 0;
        for (JsonNode aggregate : discovery.path("aggregates")) {
            fields += aggregate.path("fields").size();
            machines += aggregate.path("lifecycle").isObject() ? 1 : 0;
        }
        JsonNode requirements = discovery.path("requirements");
        long must = count(requirements, "MUST");
        terminal.line("Read %s (%d lines): %s, %s, %s, %s (%d MUST, %d SHOULD), %s not understood"
                .formatted(
                        brief,
                        lines,
                        counted(discovery.path("aggregates").size(), "entity", "entities"),
                        counted(fields, "field", "fields"),
                        counted(machines, "state machine", "state machines"),
                        counted(requirements.size(), "requirement", "requirements"),
                        must,
                        requirements.size() - must,
                        counted(discovery.path("unread").size(), "sentence", "sentences")));
        requirements(plan);
        unread(discovery.path("unread"));
        questions(discovery.path("questions"));
    }

    private void requirements(MasterPlan plan) {
        Map<String, Coverage> coverage = plan.analysis() == null
                ? Map.of()
                : plan.analysis().coverage().stream()
                        .collect(Collectors.toMap(Coverage::requirementKey, Function.identity(), (a, b) -> a));
        for (JsonNode requirement : plan.discovery().path("requirements")) {
            String key = requirement.path("key").asText();
            Coverage covered = coverage.get(key);
            boolean open = covered != null && !"COVERED".equals(covered.state());
            String text = "  %s %-6s line %-3d \"%s\""
                    .formatted(
                            key,
                            requirement.path("priority").asText(),
                            requirement.path("source").path("line").asInt(),
                            requirement.path("sentence").asText());
            String proof = open
                    ? "  " + covered.state().toLowerCase().replace('_', ' ') + ": " + covered.reason()
                    : "  → " + requirement.path("acceptance").asText();
            terminal.line(open ? terminal.warning(text + proof) : text + terminal.faint(proof));
        }
    }

    private void unread(JsonNode unread) {
        for (JsonNode sentence : unread) {
            terminal.line(terminal.warning("  not understood, line %d: \"%s\""
                    .formatted(
                            sentence.path("source").path("line").asInt(),
                            sentence.path("sentence").asText())));
            String nearest = sentence.path("nearest_forms").path(0).asText();
            if (!nearest.isEmpty()) {
                terminal.line("      understood would be, for example: " + nearest);
            }
        }
    }

    private void questions(JsonNode questions) {
        for (JsonNode question : questions) {
            String answer =
                    question.path("answer").asText(question.path("recommended").asText());
            terminal.line("  question: " + question.path("text").asText() + "  → " + answer);
        }
    }

    /** The plan in one line, with what its analysis found. */
    public void plan(MasterPlan plan) {
        terminal.line(planLine(plan));
        Analysis analysis = plan.analysis();
        List<String> deferred = analysis.coverage().stream()
                .filter(each -> "DEFERRED".equals(each.state()))
                .map(Coverage::requirementKey)
                .toList();
        if (!deferred.isEmpty()) {
            terminal.line(terminal.warning("  deferred, nothing proves it: " + String.join(", ", deferred)));
        }
        analysis.errors().forEach(error -> terminal.line(terminal.bad("  error: " + remark(error))));
        List<Remark> warnings = analysis.warnings();
        warnings.stream()
                .limit(WARNINGS_SHOWN)
                .forEach(warning -> terminal.line(terminal.warning("  warning: " + remark(warning))));
        if (warnings.size() > WARNINGS_SHOWN) {
            terminal.line("  and " + (warnings.size() - WARNINGS_SHOWN) + " more warnings");
        }
    }

    private static String planLine(MasterPlan plan) {
        Estimate estimate = plan.estimate();
        List<Coverage> coverage = plan.analysis().coverage();
        long covered =
                coverage.stream().filter(c -> "COVERED".equals(c.state())).count();
        List<String> parts = new ArrayList<>(List.of(
                counted(estimate.phases(), "phase", "phases"),
                counted(estimate.milestones(), "milestone", "milestones"),
                counted(estimate.tasks(), "task", "tasks"),
                counted(estimate.subtasks(), "subtask", "subtasks"),
                counted(estimate.waves(), "wave", "waves"),
                "coverage " + covered + "/" + coverage.size(),
                dollars(
                        estimate.costUsd() == null
                                ? BigDecimal.ZERO
                                : estimate.costUsd().likely()),
                "about " + estimate.seconds() + " s"));
        return "Plan v" + plan.version() + "   " + String.join(" · ", parts);
    }

    private static String remark(Remark remark) {
        return (remark.requirementKey() == null ? "" : remark.requirementKey() + " ") + remark.text();
    }

    static String dollars(BigDecimal amount) {
        return "$" + amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    static String counted(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static long count(JsonNode requirements, String priority) {
        return StreamSupport.stream(requirements.spliterator(), false)
                .filter(r -> priority.equals(r.path("priority").asText()))
                .count();
    }
}
