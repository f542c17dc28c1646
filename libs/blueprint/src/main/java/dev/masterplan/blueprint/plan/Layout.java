package dev.masterplan.blueprint.plan;

import dev.masterplan.blueprint.code.Feature;
import dev.masterplan.blueprint.code.Program;
import dev.masterplan.blueprint.code.ProgramModel;
import dev.masterplan.blueprint.code.SourceFile;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tasks write which files of the program, and what they wait for. Features are vertical slices: rows, HTTP,
 * list, states, rules, page; each registers itself, so that no task edits another's file.
 */
final class Layout {

    private final Program program;
    private final ProgramModel model;

    private Layout(ProgramModel model) {
        this.model = model;
        this.program = new Program(model);
    }

    static List<MilestoneDraft> of(Discovery discovery) {
        return new Layout(ProgramModel.of(discovery)).milestones();
    }

    private List<MilestoneDraft> milestones() {
        RuleTasks rules = new RuleTasks(model, program.rules());
        List<MilestoneDraft> milestones = new ArrayList<>();
        milestones.add(setup());
        for (Feature feature : model.features()) {
            String name = feature.aggregate().name();
            milestones.add(
                    new MilestoneDraft("Core", name, "Keep, list and show " + feature.many() + ".", core(feature)));
        }
        List<TaskDraft> ruleTasks = rules.tasks();
        if (!ruleTasks.isEmpty()) {
            milestones.add(new MilestoneDraft("Core", "Rules", "What the sentences allow and forbid.", ruleTasks));
        }
        milestones.add(polish(milestones));
        return milestones;
    }

    private MilestoneDraft setup() {
        return new MilestoneDraft(
                "Setup",
                "A program that starts",
                "Answers GET /health; features will register themselves.",
                List.of(
                        setup("foundation", "Lay the foundation", List.of(), program.foundation()),
                        setup("storage", "Storage and rules", List.of(), program.storage()),
                        setup("fields", "Field types", List.of(), program.fields()),
                        setup("records", "Records and lists", List.of("foundation", "fields"), program.records()),
                        setup("web", "HTTP and HTML", List.of("foundation"), program.web()),
                        setup("start", "Start and stop", List.of("records", "web", "storage"), program.start())));
    }

    private static TaskDraft setup(String key, String name, List<String> needs, List<SourceFile> files) {
        return new TaskDraft(key, name, name + ".", "setup", Complexity.MEDIUM, needs, files);
    }

    private List<TaskDraft> core(Feature feature) {
        String name = feature.aggregate().name();
        String many = feature.many();
        List<TaskDraft> tasks = new ArrayList<>();
        tasks.add(
                task("keep:" + name, "Keep " + many, "model", with("start", "keep:", feature), program.keep(feature)));
        tasks.add(task(
                "http:" + name,
                "Serve " + many + " over HTTP",
                "interface",
                with("keep:" + name, "http:", feature),
                program.http(feature)));
        tasks.add(task("list:" + name, "List " + many, "interface", List.of("keep:" + name), program.listing(feature)));
        List<String> shown = new ArrayList<>(List.of("http:" + name, "list:" + name));
        if (model.moves(feature)) {
            tasks.add(task(
                    "states:" + name,
                    "Move " + many + " from state to state",
                    "rule",
                    List.of("http:" + name),
                    program.lifecycle(feature)));
            shown.add("states:" + name);
        }
        tasks.add(task("page:" + name, "Show " + many + " on a page", "page", shown, program.page(feature)));
        return tasks;
    }

    /** {@code first} and the same step of every feature that this one refers to. */
    private List<String> with(String first, String step, Feature feature) {
        List<String> needs = new ArrayList<>(List.of(first));
        feature.references().stream()
                .filter(r -> !r.equals(feature.aggregate().name()) && model.isEarlier(r, feature))
                .forEach(r -> needs.add(step + r));
        return needs;
    }

    private MilestoneDraft polish(List<MilestoneDraft> before) {
        List<String> all = before.stream()
                .flatMap(m -> m.tasks().stream())
                .map(TaskDraft::key)
                .toList();
        List<String> pages = all.stream().filter(k -> k.startsWith("page:")).toList();
        return new MilestoneDraft(
                "Polish",
                "The program as a whole",
                "Tried from end to end and described.",
                List.of(
                        task("whole", "Try the whole program", "test", pages, program.whole()),
                        task("documents", "Describe the program", "document", all, program.documents())));
    }

    static TaskDraft task(String key, String name, String kind, List<String> needs, List<SourceFile> files) {
        long steps = files.stream().mapToLong(f -> f.links().size()).sum();
        Complexity complexity = kind.equals("rule") ? Complexity.HIGH : steps > 4 ? Complexity.MEDIUM : Complexity.LOW;
        return new TaskDraft(key, name, name + ".", kind, complexity, needs, files);
    }

    static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
