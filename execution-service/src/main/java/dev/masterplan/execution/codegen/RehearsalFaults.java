package dev.masterplan.execution.codegen;

import dev.masterplan.execution.graph.TaskGraph;
import dev.masterplan.execution.graph.WavePlanner;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/**
 * Which subtask of a plan gets which fault: the same plan and seed give the same faults, each where a viewer gets to see
 * it. Those that a validator sees fall on files of the foundation, before the first gate that a wrong behaviour closes.
 * Those that only an acceptance test sees fall on what speaks HTTP, where a MUST test looks: the one that is mended where
 * such a test is due first, the one that stays where it is due last.
 *
 * @param mended   a syntax error that the second attempt mends
 * @param stubborn a syntax error in every attempt but the last
 * @param busy     the provider answers 429 once
 * @param repaired changes that are forgotten, which the repair round mends
 * @param stays    a method that should be refused, which no author mends
 * @param opens    the repaired fault has a gate of its own, which opens after the repair
 * @param atoms    files to be written in all
 */
public record RehearsalFaults(
        UUID mended, UUID stubborn, UUID busy, Place repaired, Place stays, boolean opens, int atoms) {

    private static final String SMALL =
            "changes are forgotten, which the repair round mends; the plan is too small for a"
                    + " gate that opens then, it is the one that stays closed";
    private static final String INTERFACE = "/api.py";
    /** What {@link #repaired} breaks, and what {@link #stays} breaks; the blueprint's names. */
    private static final String SEES_CHANGES = "changed-one-by-one";

    private static final String SEES_METHODS = "create-and-read";

    /** A file with a fault. @param wave whose gate closes on it */
    public record Place(String file, int wave) {}

    static RehearsalFaults of(MasterPlanApproved approved, long seed) {
        Map<UUID, Integer> waves = waves(approved);
        List<Place> changes = places(approved, waves, SEES_CHANGES);
        List<Place> methods = places(approved, waves, SEES_METHODS);
        Place repaired = changes.isEmpty() ? null : changes.getFirst();
        Place stays = methods.isEmpty() ? null : methods.getLast();
        int reached = repaired != null ? repaired.wave() : stays != null ? stays.wave() : Integer.MAX_VALUE;
        List<UUID> foundation = foundation(approved, waves, reached);
        Collections.shuffle(foundation, new Random(seed));
        List<UUID> inOrder = foundation.stream()
                .limit(2)
                .sorted(Comparator.comparing(waves::get))
                .toList();
        return new RehearsalFaults(
                pick(inOrder, 0),
                pick(inOrder, 1),
                pick(foundation, 2),
                repaired,
                stays,
                repaired != null && (stays == null || repaired.wave() < stays.wave()),
                Math.max(1, files(approved)));
    }

    /** What a viewer should look for, in the order of the run; empty when it is no rehearsal. */
    public static List<String> told(MasterPlanApproved approved) {
        Long seed = approved.engine().rehearsalSeed();
        return seed == null ? List.of() : of(approved, seed).lines(approved);
    }

    private List<String> lines(MasterPlanApproved approved) {
        Map<UUID, String> files = new HashMap<>();
        approved.plan()
                .tasks()
                .flatMap(task -> task.subtasks().stream())
                .forEach(s -> files.put(s.id(), s.targetFile()));
        List<String> lines = new ArrayList<>();
        lines.add(line(files.get(busy), "the provider is busy once"));
        lines.add(line(files.get(mended), "a syntax error that the second attempt mends"));
        lines.add(line(files.get(stubborn), "a syntax error in every attempt but the last"));
        lines.add(line(
                repaired == null ? null : repaired.file(),
                opens ? "changes are forgotten: a gate closes, the repair round mends it, the gate opens" : SMALL));
        lines.add(line(
                stays == null ? null : stays.file(),
                "a method that should be refused is not: a gate closes and stays so until you edit the file"));
        return List.copyOf(lines);
    }

    private static String line(String file, String fault) {
        return file == null ? "the plan is too small for this: " + fault : file + ": " + fault;
    }

    /** Wave of each task, and of each subtask by its task's. */
    private static Map<UUID, Integer> waves(MasterPlanApproved approved) {
        TaskGraph graph = TaskGraph.of(approved.plan());
        Map<UUID, Integer> waves = new HashMap<>();
        if (WavePlanner.plan(graph) instanceof WavePlanner.Plan.Waves planned) {
            for (int t = 0; t < graph.tasks().size(); t++) {
                int wave = planned.waveOfTask()[t];
                Task task = graph.tasks().get(t);
                waves.put(task.id(), wave);
                task.subtasks().forEach(s -> waves.put(s.id(), wave));
            }
        }
        return waves;
    }

    /** Interfaces whose requirement has such a MUST test, in the order in which it becomes due. */
    private static List<Place> places(MasterPlanApproved approved, Map<UUID, Integer> waves, String testCase) {
        List<Place> places = new ArrayList<>();
        for (TestSpecification test : approved.tests()) {
            if (test.caseName().equals(testCase) && test.priority() == Priority.MUST) {
                int due = test.tasks().stream()
                        .map(waves::get)
                        .filter(Objects::nonNull)
                        .max(Integer::compare)
                        .orElse(Integer.MAX_VALUE);
                interfaces(approved, test.requirementId()).forEach(file -> places.add(new Place(file, due)));
            }
        }
        places.sort(Comparator.comparingInt(Place::wave));
        return places;
    }

    private static List<String> interfaces(MasterPlanApproved approved, UUID requirement) {
        return approved.plan()
                .tasks()
                .filter(task -> task.requirementIds().contains(requirement))
                .flatMap(task -> task.subtasks().stream())
                .map(Subtask::targetFile)
                .filter(file -> file != null && file.endsWith(INTERFACE))
                .distinct()
                .toList();
    }

    /** Programs of no requirement, written before that gate. */
    private static List<UUID> foundation(MasterPlanApproved approved, Map<UUID, Integer> waves, int gate) {
        List<UUID> foundation = new ArrayList<>();
        approved.plan()
                .tasks()
                .filter(task -> task.requirementIds().isEmpty())
                .flatMap(task -> task.subtasks().stream())
                .filter(s -> s.targetFile() != null && s.targetFile().endsWith(".py"))
                .filter(s -> !s.targetFile().contains("__") && waves.getOrDefault(s.id(), 1) <= gate)
                .forEach(s -> foundation.add(s.id()));
        return foundation;
    }

    private static int files(MasterPlanApproved approved) {
        return (int) approved.plan()
                .tasks()
                .flatMap(task -> task.subtasks().stream())
                .filter(s -> s.targetFile() != null)
                .count();
    }

    private static UUID pick(List<UUID> from, int index) {
        return index < from.size() ? from.get(index) : null;
    }
}
