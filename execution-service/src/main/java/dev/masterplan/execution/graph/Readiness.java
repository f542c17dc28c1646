package dev.masterplan.execution.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Counts what each atom still waits for; one thread at a time. */
public final class Readiness {

    private final AtomGraph graph;
    private final int[] missing;
    private final BitSet done = new BitSet();

    /** @param alreadyDone atoms that are completed or skipped */
    public Readiness(AtomGraph graph, Collection<Integer> alreadyDone) {
        this.graph = graph;
        missing = new int[graph.size()];
        for (int a = 0; a < graph.size(); a++) {
            missing[a] = graph.dependsOn(a).length;
        }
        alreadyDone.forEach(this::done);
    }

    /** Marks an atom as done; answers those that wait for nothing any more. */
    public List<Integer> done(int atom) {
        if (done.get(atom)) {
            return List.of();
        }
        done.set(atom);
        List<Integer> ready = new ArrayList<>();
        for (int next : graph.dependants(atom)) {
            if (--missing[next] == 0) {
                ready.add(next);
            }
        }
        return ready;
    }

    public boolean ready(int atom) {
        return missing[atom] == 0;
    }
}
