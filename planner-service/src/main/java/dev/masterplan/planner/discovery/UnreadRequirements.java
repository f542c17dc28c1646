package dev.masterplan.planner.discovery;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Requirement.Coverage;
import dev.masterplan.messaging.plan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Changes of requirements that nobody reads: of their priority, and of all in a plan that came without a brief. */
public final class UnreadRequirements {

    private static final Coverage NOT_READ =
            Coverage.notCovered("this plan came without a brief to read the sentence with");

    private UnreadRequirements() {}

    /** @param id of the new requirement and, as no message said it, of its source */
    public static Discovery added(Discovery discovery, UUID id, String sentence, Priority priority) {
        List<Requirement> requirements = new ArrayList<>(discovery.requirements());
        requirements.add(new Requirement(
                id,
                nextKey(requirements),
                sentence,
                new Source(
                        requirements.isEmpty()
                                ? id
                                : requirements.getFirst().source().messageId(),
                        0),
                Objects.requireNonNullElse(priority, Priority.MUST),
                null,
                null,
                null,
                NOT_READ));
        return Revision.withRequirements(discovery, requirements);
    }

    public static Discovery changed(Discovery discovery, Requirement r, String sentence, Priority priority) {
        return with(
                discovery,
                new Requirement(
                        r.id(),
                        r.key(),
                        sentence,
                        r.source(),
                        Objects.requireNonNullElse(priority, r.priority()),
                        priority == null ? r.priorityWord() : null,
                        null,
                        null,
                        NOT_READ));
    }

    public static Discovery prioritised(Discovery discovery, Requirement r, Priority priority) {
        return with(
                discovery,
                new Requirement(
                        r.id(),
                        r.key(),
                        r.sentence(),
                        r.source(),
                        priority,
                        null,
                        r.acceptance(),
                        r.reading(),
                        r.coverage()));
    }

    public static Discovery without(Discovery discovery, Requirement gone) {
        return Revision.withRequirements(
                discovery,
                discovery.requirements().stream()
                        .filter(each -> !each.equals(gone))
                        .toList());
    }

    private static Discovery with(Discovery discovery, Requirement changed) {
        return Revision.withRequirements(
                discovery,
                discovery.requirements().stream()
                        .map(each -> each.id().equals(changed.id()) ? changed : each)
                        .toList());
    }

    /** The number after the highest. */
    static String nextKey(List<Requirement> requirements) {
        int highest = requirements.stream()
                .map(requirement -> requirement.key().replaceAll("\\D", ""))
                .filter(digits -> !digits.isEmpty() && digits.length() < 9)
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        return "R-%03d".formatted(highest + 1);
    }
}
