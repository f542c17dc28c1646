package dev.masterplan.execution.graph;

import dev.masterplan.execution.atom.Atom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The atoms' dependencies as int arrays: the chain of each file, unit tests after what they try, then the first atoms of
 * a task wait for the last atoms of the tasks that it depends on. Acyclic whenever the task graph is.
 */
public final class AtomGraph {

    private final int[][] dependsOn;
    private final int[][] dependants;

    private AtomGraph(List<BitSet> edges) {
        dependsOn = new int[edges.size()][];
        List<BitSet> reverse = emptySets(edges.size());
        for (int a = 0; a < edges.size(); a++) {
            dependsOn[a] = edges.get(a).stream().toArray();
            for (int dependency : dependsOn[a]) {
                reverse.get(dependency).set(a);
            }
        }
        dependants = reverse.stream().map(s -> s.stream().toArray()).toArray(int[][]::new);
    }

    /** @param atoms in plan order, so that every file's chain is in the order of its links */
    public static AtomGraph of(TaskGraph tasks, List<Atom> atoms) {
        List<BitSet> edges = emptySets(atoms.size());
        chainFiles(atoms, edges);
        List<List<Integer>> byTask = byTask(tasks, atoms);
        byTask.forEach(task -> orderTests(task, atoms, edges));
        for (int t = 0; t < byTask.size(); t++) {
            for (int dependency : tasks.dependsOn(t)) {
                connect(lasts(tasks, byTask, dependency, atoms), firsts(byTask.get(t), atoms), edges);
            }
        }
        return new AtomGraph(edges);
    }

    public int size() {
        return dependsOn.length;
    }

    public int[] dependsOn(int atom) {
        return dependsOn[atom].clone();
    }

    public int[] dependants(int atom) {
        return dependants[atom].clone();
    }

    /** The atom and everything it rests on, direct or not. */
    public BitSet closure(int atom) {
        return reach(atom, dependsOn);
    }

    /** The atom and everything that rests on it. */
    public BitSet downstream(int atom) {
        return reach(atom, dependants);
    }

    /** Atoms on the longest chain from each atom to an end, itself included. */
    public int[] remainingChain() {
        int[] chain = new int[size()];
        for (int a = 0; a < size(); a++) {
            chainFrom(a, chain);
        }
        return chain;
    }

    private int chainFrom(int atom, int[] chain) {
        if (chain[atom] == 0) {
            int longest = 0;
            for (int next : dependants[atom]) {
                longest = Math.max(longest, chainFrom(next, chain));
            }
            chain[atom] = longest + 1;
        }
        return chain[atom];
    }

    private static BitSet reach(int atom, int[][] edges) {
        BitSet seen = new BitSet(edges.length);
        List<Integer> open = new ArrayList<>(List.of(atom));
        seen.set(atom);
        while (!open.isEmpty()) {
            for (int next : edges[open.removeLast()]) {
                if (!seen.get(next)) {
                    seen.set(next);
                    open.add(next);
                }
            }
        }
        return seen;
    }

    private static void chainFiles(List<Atom> atoms, List<BitSet> edges) {
        Map<String, Integer> last = new HashMap<>();
        for (Atom atom : atoms) {
            Integer before = atom.check() ? null : last.put(atom.file(), atom.no());
            if (before != null) {
                edges.get(atom.no()).set(before);
            }
        }
    }

    /** A task's unit tests come after the files that they try. */
    private static void orderTests(List<Integer> task, List<Atom> atoms, List<BitSet> edges) {
        List<Integer> tests = task.stream().filter(no -> test(atoms.get(no))).toList();
        List<Integer> subjects = task.stream()
                .filter(no -> !atoms.get(no).check() && !test(atoms.get(no)))
                .toList();
        connect(subjects, tests, edges);
    }

    private static boolean test(Atom atom) {
        return !atom.check() && atom.file().startsWith("tests/");
    }

    private static List<List<Integer>> byTask(TaskGraph tasks, List<Atom> atoms) {
        Map<Object, Integer> index = new HashMap<>();
        List<List<Integer>> byTask = new ArrayList<>();
        tasks.tasks().forEach(task -> {
            index.put(task.id(), byTask.size());
            byTask.add(new ArrayList<>());
        });
        atoms.forEach(atom -> byTask.get(index.get(atom.taskId())).add(atom.no()));
        return byTask;
    }

    private static void connect(List<Integer> lasts, List<Integer> firsts, List<BitSet> edges) {
        for (int first : firsts) {
            lasts.forEach(edges.get(first)::set);
        }
    }

    /** First link of each file in the task; a check waits for the tasks before it like a file. */
    private static List<Integer> firsts(List<Integer> task, List<Atom> atoms) {
        Map<String, Integer> firsts = new HashMap<>();
        task.forEach(no -> firsts.putIfAbsent(lane(atoms.get(no)), no));
        return List.copyOf(firsts.values());
    }

    /** Last link of each file in the task; of a task without atoms, those of the tasks that it depends on. */
    private static List<Integer> lasts(TaskGraph tasks, List<List<Integer>> byTask, int t, List<Atom> atoms) {
        Map<String, Integer> lasts = new HashMap<>();
        byTask.get(t).forEach(no -> lasts.put(lane(atoms.get(no)), no));
        if (!lasts.isEmpty()) {
            return List.copyOf(lasts.values());
        }
        return tasks.dependsOn(t).stream()
                .flatMap(d -> lasts(tasks, byTask, d, atoms).stream())
                .toList();
    }

    private static String lane(Atom atom) {
        return atom.check() ? "check " + atom.no() : atom.file();
    }

    private static List<BitSet> emptySets(int size) {
        List<BitSet> sets = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            sets.add(new BitSet(size));
        }
        return sets;
    }
}
