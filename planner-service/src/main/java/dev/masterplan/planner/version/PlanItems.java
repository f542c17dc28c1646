package dev.masterplan.planner.version;

import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Phase;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Requirement.Coverage;
import dev.masterplan.messaging.plan.Requirement.Coverage.State;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.version.Comparison.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everything in a plan version that can differ, as items with fields of text. */
final class PlanItems {

    private static final String NOWHERE = "";

    private final PlanContent content;
    private final Map<UUID, String> names = new HashMap<>();
    private final Map<UUID, String> keys = new HashMap<>();

    PlanItems(PlanContent content) {
        this.content = content;
        content.plan().tasks().forEach(task -> names.put(task.id(), name(task)));
        content.plan().milestones().forEach(each -> names.put(each.id(), name(each)));
        content.discovery().requirements().forEach(each -> keys.put(each.id(), each.key()));
    }

    private static String name(Task task) {
        return "task " + task.number() + " \"" + task.name() + "\"";
    }

    private static String name(Milestone milestone) {
        return "milestone " + milestone.number() + " \"" + milestone.name() + "\"";
    }

    List<Item> milestones() {
        List<Item> items = new ArrayList<>();
        for (Phase phase : content.plan().phases()) {
            for (Milestone milestone : phase.milestones()) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("name", milestone.name());
                fields.put("description", milestone.description());
                items.add(item(milestone.id(), name(milestone), phase.name(), "phase " + phase.name(), fields));
            }
        }
        return items;
    }

    List<Item> tasks() {
        List<Item> items = new ArrayList<>();
        content.plan()
                .milestones()
                .forEach(milestone -> milestone.tasks().forEach(task -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("name", task.name());
                    fields.put("description", task.description());
                    fields.put("kind", task.kind());
                    fields.put("complexity", task.complexity().name());
                    fields.put("target_files", task.targetFiles());
                    fields.put(
                            "requirements",
                            task.requirementIds().stream()
                                    .map(id -> keys.getOrDefault(id, id.toString()))
                                    .toList());
                    items.add(item(task.id(), name(task), milestone.id(), name(milestone), fields));
                }));
        return items;
    }

    List<Item> subtasks() {
        List<Item> items = new ArrayList<>();
        content.plan().tasks().forEach(task -> task.subtasks().forEach(subtask -> items.add(subtask(task, subtask))));
        return items;
    }

    private static Item subtask(Task task, Subtask subtask) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", subtask.name());
        fields.put("description", subtask.description());
        fields.put("kind", subtask.kind().name());
        fields.put("target_file", subtask.targetFile());
        String name = "subtask " + task.number() + "." + subtask.number() + " \"" + subtask.name() + "\"";
        return item(subtask.id(), name, task.id(), name(task), fields);
    }

    /** One item an edge; an edge is there or not. */
    List<Item> dependencies() {
        List<Item> items = new ArrayList<>();
        content.plan().milestones().forEach(each -> items.addAll(edges(each.id(), each.dependsOn())));
        content.plan().tasks().forEach(each -> items.addAll(edges(each.id(), each.dependsOn())));
        return items;
    }

    private List<Item> edges(UUID id, List<UUID> needs) {
        return needs.stream()
                .map(on -> new Item(
                        id + " " + on,
                        names.get(id) + " waits for " + names.getOrDefault(on, on.toString()),
                        id + " " + on,
                        NOWHERE,
                        Map.of()))
                .toList();
    }

    List<Item> requirements() {
        return content.discovery().requirements().stream()
                .map(PlanItems::requirement)
                .toList();
    }

    private static Item requirement(Requirement requirement) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sentence", requirement.sentence());
        fields.put("priority", requirement.priority().name());
        fields.put("acceptance", requirement.acceptance());
        fields.put("coverage", said(requirement.coverage()));
        return item(requirement.id(), requirement.key(), requirement.id(), NOWHERE, fields);
    }

    private static String said(Coverage coverage) {
        return coverage.state()
                + (coverage.state() == State.DEFERRED ? " by " + coverage.by() : "")
                + (coverage.reason() == null ? "" : ": " + coverage.reason());
    }

    List<Item> tests() {
        return content.tests().stream()
                .map(test -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("given", test.given());
                    fields.put("when", test.when());
                    fields.put("then", test.then());
                    fields.put("priority", test.priority().name());
                    return new Item(test.id(), test.id(), test.id(), NOWHERE, fields);
                })
                .toList();
    }

    private static Item item(UUID id, String name, Object parent, String place, Map<String, Object> fields) {
        return new Item(id.toString(), name, parent, place, fields);
    }
}
