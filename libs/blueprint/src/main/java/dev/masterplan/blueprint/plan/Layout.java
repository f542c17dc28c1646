package dev.masterplan.blueprint.plan;

import dev.masterplan.blueprint.code.Feature;
import dev.masterplan.blueprint.code.Program;
import dev.masterplan.blueprint.code.ProgramModel;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import java.util.ArrayList;
import java.util.List;

/** Which tasks write which files of the program, and what they wait for. Features are vertical slices. */
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
        List<MilestoneDraft> milestones = new ArrayList<>();
        milestones.add(setup());
        model.features().forEach(f -> milestones.add(core(f)));
        return milestones;
    }

    private MilestoneDraft setup() {
        return new MilestoneDraft(
                "Setup",
                "A program that starts",
                "Answers GET /health; features will register themselves.",
                List.of(
                        setup("foundation", "Lay the foundation", List.of(), program.foundation()),
                        setup("fields", "Fields and records", List.of("foundation"), program.fields()),
                        setup("storage", "Storage", List.of("foundation"), program.storage()),
                        setup("web", "HTTP and lists", List.of("fields"), program.web()),
                        setup("start", "Start and stop", List.of("web", "storage"), program.start())));
    }

    private static TaskDraft setup(
            String key, String name, List<String> needs, List<dev.masterplan.blueprint.code.SourceFile> files) {
        return new TaskDraft(key, name, name + ".", "setup", Complexity.MEDIUM, needs, files);
    }

    private MilestoneDraft core(Feature feature) {
        String many = feature.many();
        List<String> needs = new ArrayList<>(List.of("start"));
        feature.references().stream()
                .filter(r -> !r.equals(feature.aggregate().name()) && model.isEarlier(r, feature))
                .forEach(r -> needs.add("resource:" + r));
        return new MilestoneDraft(
                "Core",
                feature.aggregate().name(),
                "Everything about " + many + ".",
                List.of(
                        new TaskDraft(
                                "resource:" + feature.aggregate().name(),
                                "Keep " + many,
                                "Fields, table and HTTP resource of " + many + ".",
                                "model",
                                Complexity.MEDIUM,
                                needs,
                                program.resource(feature)),
                        new TaskDraft(
                                "list:" + feature.aggregate().name(),
                                "List " + many,
                                "Lists of " + many + " with filters, order, pages and search.",
                                "interface",
                                Complexity.LOW,
                                List.of("resource:" + feature.aggregate().name()),
                                program.listing(feature))));
    }
}
