package dev.masterplan.execution.memory;

import dev.masterplan.messaging.event.GateResult.Verdict;
import java.util.HashMap;
import java.util.Map;

/** What the gate has said of each wave of a run, the last round of it. */
public final class Judgements {

    private final Map<Integer, Judged> ofWaves = new HashMap<>();

    /** The last judgement of a wave. @param again an earlier round had run its due tests already */
    public record Judged(int round, Verdict verdict, String treeHash, boolean again) {

        /** The wave's due tests have been run once at least; then its repair round is taken, or was not needed. */
        public boolean proved() {
            return again || verdict == Verdict.OPEN || verdict == Verdict.BLOCKED;
        }
    }

    public void put(int wave, Judged judged) {
        ofWaves.put(wave, judged);
    }

    /** Null before the first. */
    public Judged get(int wave) {
        return ofWaves.get(wave);
    }

    /** Of its last judgement, 0 before the first. */
    public int round(int wave) {
        Judged judged = get(wave);
        return judged == null ? 0 : judged.round();
    }

    /** A round of that wave has run its due tests: the next one that fails has no repair round any more. */
    public boolean proved(int wave) {
        Judged judged = get(wave);
        return judged != null && judged.proved();
    }
}
