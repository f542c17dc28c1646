package dev.masterplan.execution.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Plans waves as levels of the task graph: wave(dependency) &lt; wave(dependent) for each edge. */
public final class WavePlanner {

    private WavePlanner() {}

    /** Waves, or why there are none. */
    public sealed interface Plan {
        /** @param waveOfTask 1-based, in task order */
        record Waves(int[] waveOfTask, int total) implements Plan {}

        /** @param problems unknown dependencies, and the tasks that wait for each other */
        record Broken(List<String> problems) implements Plan {}
    }

    public static Plan plan(TaskGraph graph) {
        int size = graph.tasks().size();
        int[] missing = new int[size];
        List<List<Integer>> dependants = new ArrayList<>();
        for (int t = 0; t < size; t++) {
            dependants.add(new ArrayList<>());
        }
        for (int t = 0; t < size; t++) {
            missing[t] = graph.dependsOn(t).size();
            for (int dependency : graph.dependsOn(t)) {
                dependants.get(dependency).add(t);
            }
        }
        int[] waves = levels(missing, dependants);
        List<String> problems = new ArrayList<>(graph.problems());
        for (int t = 0; t < size; t++) {
            if (missing[t] > 0) {
                problems.add("task %d is part of a cycle or waits for one"
                        .formatted(graph.tasks().get(t).number()));
            }
        }
        return problems.isEmpty() ? new Plan.Waves(waves, max(waves)) : new Plan.Broken(List.copyOf(problems));
    }

    private static int[] levels(int[] missing, List<List<Integer>> dependants) {
        int[] waves = new int[missing.length];
        Deque<Integer> free = new ArrayDeque<>();
        for (int t = 0; t < missing.length; t++) {
            if (missing[t] == 0) {
                waves[t] = 1;
                free.add(t);
            }
        }
        while (!free.isEmpty()) {
            int done = free.remove();
            for (int next : dependants.get(done)) {
                waves[next] = Math.max(waves[next], waves[done] + 1);
                if (--missing[next] == 0) {
                    free.add(next);
                }
            }
        }
        return waves;
    }

    private static int max(int[] waves) {
        int max = 0;
        for (int wave : waves) {
            max = Math.max(max, wave);
        }
        return max;
    }
}
