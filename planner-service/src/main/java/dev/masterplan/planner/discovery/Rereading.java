package dev.masterplan.planner.discovery;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Requirement.Coverage;
import dev.masterplan.messaging.plan.Requirement.Coverage.State;
import dev.masterplan.messaging.plan.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A brief that was read before and is read again with one sentence otherwise. Sentences that stayed keep their ids,
 * keys, sources, priorities and deferrals; what the changed sentence says now keeps the ids of what it said before.
 */
public final class Rereading {

    private final Discovery before;
    private final Priority asked;
    private final Supplier<UUID> ids;
    private final Map<String, Deque<Requirement>> stayed = new HashMap<>();
    private final Deque<Requirement> changed;
    private final List<Requirement> numbered;

    /** @param changed requirements of the changed sentence as they were; @param asked null = what the sentence says */
    public Rereading(Discovery before, List<Requirement> changed, Priority asked, Supplier<UUID> ids) {
        this.before = before;
        this.asked = asked;
        this.ids = ids;
        this.changed = new ArrayDeque<>(changed);
        this.numbered = new ArrayList<>(before.requirements());
        before.requirements().stream()
                .filter(requirement -> !changed.contains(requirement))
                .forEach(requirement -> stayed.computeIfAbsent(requirement.sentence(), s -> new ArrayDeque<>())
                        .add(requirement));
    }

    /** @param read the brief as it is now */
    public Discovery carriedInto(Discovery read) {
        List<Requirement> carried = new ArrayList<>();
        read.requirements().forEach(requirement -> carried.add(carried(requirement)));
        return Choices.carried(before, Revision.withRequirements(read, carried));
    }

    private Requirement carried(Requirement read) {
        Deque<Requirement> same = stayed.get(read.sentence());
        if (same != null && !same.isEmpty()) {
            return stayed(read, same.poll());
        }
        return changed.isEmpty() ? added(read) : changed(read, changed.poll());
    }

    private static Requirement stayed(Requirement read, Requirement earlier) {
        Coverage coverage = earlier.coverage().state() == State.DEFERRED ? earlier.coverage() : read.coverage();
        return new Requirement(
                earlier.id(),
                earlier.key(),
                read.sentence(),
                earlier.source(),
                earlier.priority(),
                earlier.priorityWord(),
                read.acceptance(),
                read.reading(),
                coverage);
    }

    /** A person's priority stays until somebody asks for another or the sentence has a word for it. */
    private Requirement changed(Requirement read, Requirement earlier) {
        boolean saidNowhere = read.priorityWord() == null && earlier.priorityWord() == null;
        Priority priority = asked != null ? asked : saidNowhere ? earlier.priority() : read.priority();
        return requirement(read, earlier.id(), earlier.key(), earlier.source(), priority);
    }

    private Requirement added(Requirement read) {
        Requirement added = requirement(
                read,
                ids.get(),
                UnreadRequirements.nextKey(numbered),
                read.source(),
                asked == null ? read.priority() : asked);
        numbered.add(added);
        return added;
    }

    private Requirement requirement(Requirement read, UUID id, String key, Source source, Priority priority) {
        return new Requirement(
                id,
                key,
                read.sentence(),
                source,
                priority,
                asked == null ? read.priorityWord() : null,
                read.acceptance(),
                read.reading(),
                read.coverage());
    }
}
