package dev.masterplan.planner.exchange.foreign;

import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.planner.exchange.source.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What has to be kept, as another tool says it.
 *
 * @param key      unique in its plan
 * @param because  what decided the priority, and that it is derived when nobody wrote it as a requirement
 * @param criteria how to see that it is kept
 */
public record ForeignRequirement(
        String key, String sentence, Priority priority, String because, List<String> criteria, SourceLine where) {

    public ForeignRequirement {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(priority, "priority");
        criteria = List.copyOf(criteria);
    }

    /** The same requirement with these criteria too. */
    public ForeignRequirement and(List<String> more) {
        List<String> all = new ArrayList<>(criteria);
        all.addAll(more);
        return new ForeignRequirement(key, sentence, priority, because, all, where);
    }
}
