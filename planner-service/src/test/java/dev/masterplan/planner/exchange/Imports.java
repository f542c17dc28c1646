package dev.masterplan.planner.exchange;

import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.planner.analysis.Analysis;
import dev.masterplan.planner.analysis.Finding;
import dev.masterplan.planner.analysis.Guidance;
import dev.masterplan.planner.analysis.PlanAnalysis;
import dev.masterplan.planner.exchange.source.Note;
import dev.masterplan.planner.exchange.source.Note.Kind;
import dev.masterplan.planner.exchange.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Imports of tests, and what is looked up in them. */
public final class Imports {

    static final UUID MESSAGE = new UUID(7, 1);

    private Imports() {}

    /** @param namesAndTexts alternately */
    public static Imported read(String... namesAndTexts) {
        List<SourceFile> files = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.add(new SourceFile(namesAndTexts[i], namesAndTexts[i + 1]));
        }
        return Importer.read("sample", files, MESSAGE);
    }

    static Analysis analysis(Imported imported) {
        return PlanAnalysis.of(imported.discovery(), imported.plan(), imported.tests(), new Guidance(3, 7, 0.15));
    }

    /** Codes of the errors but for requirements that nobody covers, each with its task. */
    static List<String> errors(Imported imported) {
        return analysis(imported).errors().stream()
                .filter(finding -> !finding.code().equals("not_covered"))
                .map(Imports::shown)
                .toList();
    }

    private static String shown(Finding finding) {
        return finding.code() + " " + finding.taskNumber();
    }

    /** The task whose name begins so. */
    static Task task(Imported imported, String beginning) {
        return imported.plan()
                .tasks()
                .filter(task -> task.name().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task " + beginning));
    }

    /** Numbers of the tasks that a task waits for. */
    static List<Integer> waits(Imported imported, String beginning) {
        List<UUID> needed = task(imported, beginning).dependsOn();
        return imported.plan()
                .tasks()
                .filter(task -> needed.contains(task.id()))
                .map(Task::number)
                .toList();
    }

    static List<String> files(Task task) {
        return task.subtasks().stream().map(Subtask::targetFile).toList();
    }

    /** Notes of that kind as "line text". */
    static List<String> notes(Imported imported, Kind kind) {
        return imported.report().notes().stream()
                .filter(note -> note.kind() == kind)
                .map(Imports::shown)
                .toList();
    }

    private static String shown(Note note) {
        return note.line() + " " + note.text();
    }
}
