package dev.masterplan.execution.memory;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.atom.AtomFactory;
import dev.masterplan.execution.graph.AtomGraph;
import dev.masterplan.execution.graph.TaskGraph;
import dev.masterplan.execution.graph.WavePlanner;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What an approved plan means for a run: atoms, graph, waves, and from which wave each test is due. Never changes. */
public final class RunPlan {

    private final MasterPlanApproved approved;
    private final TaskGraph tasks;
    private final List<Atom> atoms;
    private final AtomGraph graph;
    private final int totalWaves;
    private final Map<UUID, Integer> waveOfTask = new HashMap<>();
    private final Map<UUID, String> requirementKeys;

    private RunPlan(UUID runId, MasterPlanApproved approved, TaskGraph tasks, WavePlanner.Plan.Waves waves) {
        this.approved = approved;
        this.tasks = tasks;
        this.totalWaves = waves.total();
        for (int t = 0; t < tasks.tasks().size(); t++) {
            waveOfTask.put(tasks.tasks().get(t).id(), waves.waveOfTask()[t]);
        }
        atoms = AtomFactory.atoms(runId, tasks.tasks(), waves.waveOfTask());
        graph = AtomGraph.of(tasks, atoms);
        requirementKeys = approved.discovery().requirements().stream()
                .collect(Collectors.toMap(Requirement::id, Requirement::key));
    }

    /** A plan that can run, or why it can't. */
    public sealed interface Result {
        record Runs(RunPlan plan) implements Result {}

        record Broken(List<String> problems) implements Result {}
    }

    public static Result of(UUID runId, MasterPlanApproved approved) {
        TaskGraph tasks = TaskGraph.of(approved.plan());
        return switch (WavePlanner.plan(tasks)) {
            case WavePlanner.Plan.Waves waves -> new Result.Runs(new RunPlan(runId, approved, tasks, waves));
            case WavePlanner.Plan.Broken broken -> new Result.Broken(broken.problems());
        };
    }

    public MasterPlanApproved approved() {
        return approved;
    }

    public List<Atom> atoms() {
        return atoms;
    }

    public AtomGraph graph() {
        return graph;
    }

    public int totalWaves() {
        return totalWaves;
    }

    public List<Atom> atomsOfWave(int wave) {
        return atoms.stream().filter(a -> a.wave() == wave).toList();
    }

    /** Names of the milestones whose tasks are in that wave. */
    public String nameOfWave(int wave) {
        return approved.plan()
                .milestones()
                .filter(m -> touches(m, wave))
                .map(Milestone::name)
                .collect(Collectors.joining(", "));
    }

    private boolean touches(Milestone milestone, int wave) {
        return milestone.tasks().stream().anyMatch(t -> waveOfTask.get(t.id()) == wave);
    }

    /** Tests of what a person deferred are not part of the run. */
    public List<TestSpecification> tests() {
        Set<UUID> deferred = new HashSet<>();
        approved.deferrals().forEach(d -> deferred.add(d.requirementId()));
        return approved.tests().stream()
                .filter(t -> !deferred.contains(t.requirementId()))
                .toList();
    }

    /** The wave where the last of the test's tasks is done; the last wave when it names none. */
    public int dueFromWave(TestSpecification test) {
        return boundTasks(test).stream()
                .map(waveOfTask::get)
                .filter(w -> w != null)
                .max(Integer::compare)
                .orElse(totalWaves);
    }

    /** The test's tasks and those of its requirement. */
    public Set<UUID> boundTasks(TestSpecification test) {
        Set<UUID> bound = new LinkedHashSet<>(test.tasks());
        if (bound.isEmpty()) {
            tasks.tasks().stream()
                    .filter(t -> t.requirementIds().contains(test.requirementId()))
                    .map(Task::id)
                    .forEach(bound::add);
        }
        return bound;
    }

    public List<String> requirementKeys(Atom atom) {
        return atom.requirementIds().stream()
                .map(requirementKeys::get)
                .filter(k -> k != null)
                .sorted()
                .toList();
    }

    public Requirement requirement(UUID id) {
        return approved.discovery().requirement(id).orElseThrow();
    }

    /** No later atom writes that atom's file. */
    public boolean lastLink(Atom atom) {
        return !atom.check() && lastLinkOf(atom.file()).no() == atom.no();
    }

    /** @throws java.util.NoSuchElementException when no atom writes that file */
    public Atom lastLinkOf(String file) {
        List<Atom> chain = chain(file);
        return chain.getLast();
    }

    /** Atoms that write the file, in order. */
    public List<Atom> chain(String file) {
        List<Atom> chain = new ArrayList<>();
        atoms.stream().filter(a -> file.equals(a.file())).forEach(chain::add);
        return chain;
    }

    public UUID waveId(UUID runId, int wave) {
        return AtomFactory.idOf(runId, "wave " + wave);
    }
}
