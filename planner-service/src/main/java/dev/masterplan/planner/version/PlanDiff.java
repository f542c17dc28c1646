package dev.masterplan.planner.version;

import dev.masterplan.planner.masterplan.PlanContent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between two versions of a plan, matched by id. */
public record PlanDiff(
        List<Change> milestones,
        List<Change> tasks,
        List<Change> subtasks,
        List<Change> dependencies,
        List<Change> requirements,
        List<Change> tests) {

    /** What has happened to one thing; MOVED when it is the same at another place. */
    public enum Kind {
        ADDED,
        CHANGED,
        MOVED,
        REMOVED
    }

    /**
     * @param name   what it is called in the later version, in the earlier one when it was removed
     * @param fields empty when it was added or removed
     */
    public record Change(Kind kind, String id, String name, List<FieldChange> fields) {}

    /** A value before and after, as text or list of texts; null = none. */
    public record FieldChange(String field, Object before, Object after) {}

    public static PlanDiff between(PlanContent before, PlanContent after) {
        PlanItems was = new PlanItems(before);
        PlanItems is = new PlanItems(after);
        return new PlanDiff(
                Comparison.of(was.milestones(), is.milestones()),
                Comparison.of(was.tasks(), is.tasks()),
                Comparison.of(was.subtasks(), is.subtasks()),
                Comparison.of(was.dependencies(), is.dependencies()),
                Comparison.of(was.requirements(), is.requirements()),
                Comparison.of(was.tests(), is.tests()));
    }

    /** Whether the versions say the same. */
    public boolean same() {
        return Stream.of(milestones, tasks, subtasks, dependencies, requirements, tests)
                .allMatch(List::isEmpty);
    }

    /** "tasks: 2 changed, 1 removed; tests: 3 added". */
    public String summary() {
        String text = Stream.of(
                        summary("milestones", milestones),
                        summary("tasks", tasks),
                        summary("subtasks", subtasks),
                        summary("dependencies", dependencies),
                        summary("requirements", requirements),
                        summary("tests", tests))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? "nothing" : text;
    }

    private static String summary(String what, List<Change> changes) {
        Map<Kind, Long> counts = changes.stream().collect(Collectors.groupingBy(Change::kind, Collectors.counting()));
        return Stream.of(Kind.values())
                .filter(counts::containsKey)
                .map(kind -> counts.get(kind) + " " + kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), text -> text.isEmpty() ? "" : what + ": " + text));
    }
}
