package dev.masterplan.blueprint.plan;

import dev.masterplan.blueprint.code.Link;
import dev.masterplan.blueprint.code.SourceFile;
import dev.masterplan.blueprint.plan.Planner.Step;
import dev.masterplan.messaging.plan.Discovery;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The steps of a discovery's program by subtask. A run asks for its steps one by one and there are hundreds, so the last
 * few indexes are kept; equal discoveries have equal ones, so that nobody can tell whether one was kept.
 */
record StepIndex(Map<UUID, Step> steps) {

    private static final int KEPT = 16;
    private static final Map<Discovery, StepIndex> LAST = Collections.synchronizedMap(new LastUsed());

    static StepIndex of(Discovery discovery) {
        return LAST.computeIfAbsent(discovery, StepIndex::made);
    }

    Optional<Step> step(UUID subtaskId) {
        return Optional.ofNullable(steps.get(subtaskId));
    }

    private static StepIndex made(Discovery discovery) {
        Ids ids = Ids.of(discovery);
        Map<UUID, Step> steps = new HashMap<>();
        Layout.of(discovery).stream()
                .flatMap(milestone -> milestone.tasks().stream())
                .flatMap(task -> task.files().stream())
                .forEach(file -> add(file, ids, steps));
        return new StepIndex(steps);
    }

    private static void add(SourceFile file, Ids ids, Map<UUID, Step> steps) {
        List<Link> links = file.links();
        for (int i = 0; i < links.size(); i++) {
            UUID id = ids.subtask(file.path(), links.get(i).key());
            steps.put(id, new Step(id, file, i + 1));
        }
    }

    /** Forgets the one that nobody asked for the longest. */
    private static final class LastUsed extends LinkedHashMap<Discovery, StepIndex> {
        private static final long serialVersionUID = 1L;
        private static final float USUAL_LOAD = 0.75f;

        LastUsed() {
            super(KEPT, USUAL_LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Discovery, StepIndex> eldest) {
            return size() > KEPT;
        }
    }
}
