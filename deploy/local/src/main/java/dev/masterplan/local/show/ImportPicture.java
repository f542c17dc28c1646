package dev.masterplan.local.show;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.local.client.Views.MasterPlan;
import dev.masterplan.local.client.Views.Remark;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What became of the files of an import, and what of their plan the engine can write. */
public final class ImportPicture {

    private static final int NOTES_SHOWN = 20;
    private static final Set<String> NOT_WRITTEN = Set.of("not_written", "no_target_file");

    private final Terminal terminal;

    public ImportPicture(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param report of the import, as the gateway answers it */
    public void read(String shown, JsonNode report, MasterPlan plan) {
        terminal.line("Read %s as %s: %s, %s (%d MUST)"
                .formatted(
                        shown,
                        format(report.path("format").asText()),
                        PlanPicture.counted(plan.estimate().tasks(), "task", "tasks"),
                        PlanPicture.counted(
                                plan.discovery().path("requirements").size(), "requirement", "requirements"),
                        plan.analysis().coverage().stream()
                                .filter(each -> "MUST".equals(each.priority()))
                                .count()));
        notes(report, "DROPPED", "not in the plan");
        notes(report, "GUESSED", "guessed");
    }

    private static String format(String name) {
        return switch (name) {
            case "TASK_MASTER" -> "Task Master";
            case "SPEC_KIT" -> "Spec Kit";
            default -> "a plan of this product";
        };
    }

    private void notes(JsonNode report, String kind, String shown) {
        List<JsonNode> notes = report.path("notes")
                .valueStream()
                .filter(note -> kind.equals(note.path("kind").asText()))
                .toList();
        notes.stream()
                .limit(NOTES_SHOWN)
                .forEach(note -> terminal.line("  %s: %s%s"
                        .formatted(
                                shown,
                                note.hasNonNull("file")
                                        ? note.path("file").asText() + ":"
                                                + note.path("line").asInt() + " "
                                        : "",
                                note.path("text").asText())));
        if (notes.size() > NOTES_SHOWN) {
            terminal.line(terminal.faint(
                    "  and " + (notes.size() - NOTES_SHOWN) + " more " + shown + " (import --json lists all)"));
        }
    }

    /**
     * Which of the plan's tasks the engine can write: the others stop the run until a person writes their files.
     *
     * @param tree phases, milestones, tasks and subtasks
     */
    public void writable(String engine, MasterPlan plan, JsonNode tree) {
        TreeSet<Integer> left = Stream.concat(plan.analysis().warnings().stream(), plan.analysis().errors().stream())
                .filter(remark -> NOT_WRITTEN.contains(remark.code()))
                .map(Remark::taskNumber)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        long writing = tree.findValues("subtasks").stream()
                .filter(subtasks -> subtasks.valueStream()
                        .anyMatch(subtask -> "FILE".equals(subtask.path("kind").asText())))
                .count();
        terminal.line("The engine " + engine + " can write "
                + (left.isEmpty() ? "all " + writing : (writing - left.size()) + " of the " + writing)
                + " tasks that write a file"
                + (left.isEmpty() ? "" : "; a person has to write tasks " + ranges(left) + ": the run stops at each"));
    }

    /** "1-3, 7" of 1, 2, 3, 7. */
    static String ranges(TreeSet<Integer> numbers) {
        return numbers.stream()
                .filter(number -> !numbers.contains(number - 1))
                .map(first -> {
                    int last = IntStream.iterate(first, numbers::contains, number -> number + 1)
                            .max()
                            .orElse(first);
                    return last == first ? String.valueOf(first) : first + "-" + last;
                })
                .collect(Collectors.joining(", "));
    }
}
