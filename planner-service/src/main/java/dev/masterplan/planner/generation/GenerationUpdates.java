package dev.masterplan.planner.generation;

import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.planner.analysis.Analysis;
import dev.masterplan.planner.analysis.Estimate;
import dev.masterplan.planner.chat.ChatUpdates;
import dev.masterplan.planner.chat.Message;
import dev.masterplan.planner.masterplan.PlanUpdates;
import dev.masterplan.planner.masterplan.PlanVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What pages are told while a brief is read and planned. */
final class GenerationUpdates {

    private GenerationUpdates() {}

    static List<LiveUpdate> discovered(Message message, Discovery discovery, int revision, Instant at) {
        List<LiveUpdate> updates = new ArrayList<>();
        discovery
                .aggregates()
                .forEach(aggregate -> updates.add(ChatUpdates.update(
                        "discovery_entity_discovered",
                        message,
                        at,
                        Map.of("kind", "aggregate", "name", aggregate.name(), "timestamp", at))));
        updates.add(ChatUpdates.update(
                "discovery_complete",
                message,
                at,
                Map.of(
                        "revision", revision,
                        "requirements", discovery.requirements().size(),
                        "entities", discovery.aggregates().size(),
                        "unread", discovery.unread().size(),
                        "timestamp", at)));
        return updates;
    }

    static List<LiveUpdate> planned(PlanVersion version, PlanDocument plan, Instant at) {
        List<LiveUpdate> updates = new ArrayList<>();
        plan.milestones().forEach(milestone -> updates.add(entity(version, "milestone", milestone.name(), at)));
        plan.tasks().forEach(task -> updates.add(entity(version, "task", task.name(), at)));
        updates.add(PlanUpdates.update("masterplan_validation_start", version, at, Map.of()));
        return updates;
    }

    private static LiveUpdate entity(PlanVersion version, String kind, String name, Instant at) {
        return PlanUpdates.update("masterplan_entity_discovered", version, at, Map.of("kind", kind, "name", name));
    }

    static LiveUpdate complete(PlanVersion version, Instant at) {
        Estimate estimate = version.content().estimate();
        Analysis analysis = version.content().analysis();
        return PlanUpdates.update(
                "masterplan_generation_complete",
                version,
                at,
                Map.of(
                        "version", version.number(),
                        "phases", estimate.phases(),
                        "milestones", estimate.milestones(),
                        "tasks", estimate.tasks(),
                        "subtasks", estimate.subtasks(),
                        "waves", estimate.waves(),
                        "errors", analysis.errors().size(),
                        "warnings", analysis.warnings().size()));
    }
}
