package dev.masterplan.execution.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.atom.AtomFactory;
import dev.masterplan.messaging.plan.PlanDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AtomGraphTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldPutEveryTaskAfterThoseItDependsOn(long seed) {
        // Given
        TaskGraph tasks = TaskGraph.of(RandomPlans.of(seed));

        // When
        int[] waves = waves(tasks);

        // Then
        for (int t = 0; t < waves.length; t++) {
            for (int dependency : tasks.dependsOn(t)) {
                assertThat(waves[dependency]).isLessThan(waves[t]);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldReachEveryAtomInTheOrderOfItsFile(long seed) {
        // Given
        PlanDocument plan = RandomPlans.of(seed);
        TaskGraph tasks = TaskGraph.of(plan);
        List<Atom> atoms = AtomFactory.atoms(new UUID(1, 1), tasks.tasks(), waves(tasks));
        AtomGraph graph = AtomGraph.of(tasks, atoms);

        // When
        List<Integer> order = execute(graph);

        // Then
        assertThat(order).hasSize(atoms.size()).doesNotHaveDuplicates();
        Map<String, Integer> last = new HashMap<>();
        for (int no : order) {
            Atom atom = atoms.get(no);
            if (!atom.check()) {
                Integer before = last.put(atom.file(), no);
                assertThat(before == null || before < no)
                        .as("chain of %s", atom.file())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldNeverRestOnALaterWaveOrOnASiblingOfAnotherTask(long seed) {
        // Given
        TaskGraph tasks = TaskGraph.of(RandomPlans.of(seed));
        List<Atom> atoms = AtomFactory.atoms(new UUID(1, 1), tasks.tasks(), waves(tasks));

        // When
        AtomGraph graph = AtomGraph.of(tasks, atoms);

        // Then
        for (Atom atom : atoms) {
            for (int dependency : graph.dependsOn(atom.no())) {
                Atom before = atoms.get(dependency);
                boolean sameTask = before.taskId().equals(atom.taskId());
                assertThat(before.wave() < atom.wave() || sameTask).isTrue();
            }
        }
    }

    private static int[] waves(TaskGraph tasks) {
        return ((WavePlanner.Plan.Waves) WavePlanner.plan(tasks)).waveOfTask();
    }

    private static List<Integer> execute(AtomGraph graph) {
        Readiness readiness = new Readiness(graph, List.of());
        Deque<Integer> ready = new ArrayDeque<>();
        for (int a = 0; a < graph.size(); a++) {
            if (readiness.ready(a)) {
                ready.add(a);
            }
        }
        List<Integer> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int next = ready.remove();
            order.add(next);
            ready.addAll(readiness.done(next));
        }
        return order;
    }
}
