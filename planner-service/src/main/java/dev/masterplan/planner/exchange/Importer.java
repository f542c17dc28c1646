package dev.masterplan.planner.exchange;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.planner.exchange.ImportReport.Format;
import dev.masterplan.planner.exchange.foreign.ForeignPlan;
import dev.masterplan.planner.exchange.mapping.ForeignPlanner;
import dev.masterplan.planner.exchange.own.ExportedPlan;
import dev.masterplan.planner.exchange.own.ExportedPlanMapper;
import dev.masterplan.planner.exchange.source.JsonTextMapper;
import dev.masterplan.planner.exchange.source.JsonValue;
import dev.masterplan.planner.exchange.source.Notes;
import dev.masterplan.planner.exchange.source.SourceFile;
import dev.masterplan.planner.exchange.speckit.SpecKitReader;
import dev.masterplan.planner.exchange.taskmaster.TaskMasterReader;
import dev.masterplan.planner.refusal.Refusal;
import java.util.List;
import java.util.UUID;

/** Reads the files of an import. The same files for the same message give the same plan. */
public final class Importer {

    private final List<SourceFile> files;
    private final UUID messageId;
    private final Notes notes = new Notes();

    private Importer(List<SourceFile> files, UUID messageId) {
        this.files = files;
        this.messageId = messageId;
    }

    /**
     * What the files mean. Parts that are not understood stand in the report.
     *
     * @param name of a plan whose files don't say how it is called
     * @throws Refusal when there is no plan in them
     */
    public static Imported read(String name, List<SourceFile> files, UUID messageId) {
        files.forEach(SourceFile::plain);
        Importer importer = new Importer(files, messageId);
        List<SourceFile> json = files.stream().filter(Importer::json).toList();
        return json.isEmpty() ? importer.specKit(name) : importer.json(name, json.getFirst());
    }

    private static boolean json(SourceFile file) {
        return file.baseName().endsWith(".json") || file.text().stripLeading().startsWith("{");
    }

    private Imported json(String name, SourceFile file) {
        noteUnread(file, List.of());
        JsonValue root = JsonTextMapper.read(file);
        if (ExportedPlanMapper.knows(root)) {
            return own(ExportedPlanMapper.read(file, root, notes));
        }
        TaskMasterReader.refuseOthers(file, root);
        return foreign(Format.TASK_MASTER, TaskMasterReader.read(name, file, root, notes));
    }

    private Imported specKit(String name) {
        SourceFile tasks = files.stream()
                .filter(file -> file.baseName().equals("tasks.md"))
                .findFirst()
                .or(() -> files.stream().filter(SpecKitReader::knows).findFirst())
                .filter(SpecKitReader::knows)
                .orElseThrow(() -> Refusal.invalid(
                        "no plan in these files: neither JSON nor a tasks.md with lines" + " like \"- [ ] T001 …\""));
        List<SourceFile> beside = files.stream()
                .filter(file -> file != tasks && SpecKitReader.reads(file))
                .toList();
        noteUnread(tasks, beside);
        return foreign(Format.SPEC_KIT, SpecKitReader.read(name, tasks, beside, notes));
    }

    private void noteUnread(SourceFile main, List<SourceFile> beside) {
        files.stream()
                .filter(file -> file != main && !beside.contains(file))
                .forEach(file -> notes.dropped(file.line(1), "the file is not read"));
    }

    private Imported own(ExportedPlan plan) {
        Engine engine = plan.engine();
        if (engine != null && !engine.name().equals(Engine.blueprint().name())) {
            notes.dropped("the engine \"" + engine.name() + "\", which is not here: the usual one takes its place");
            engine = null;
        }
        return new Imported(
                plan.name(), plan.discovery(), plan.plan(), plan.tests(), engine, plan.limits(), report(Format.OWN));
    }

    private Imported foreign(Format format, ForeignPlan plan) {
        ForeignPlanner planner = new ForeignPlanner(plan, messageId, notes);
        Discovery discovery = planner.discovery();
        PlanDocument document = planner.document();
        return new Imported(plan.name(), discovery, document, List.of(), null, null, report(format));
    }

    private ImportReport report(Format format) {
        return new ImportReport(format, files.stream().map(SourceFile::name).toList(), notes.all());
    }
}
