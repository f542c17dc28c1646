package dev.masterplan.planner.masterplan;

import dev.masterplan.planner.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A version of a plan in the list of its versions.
 *
 * @param basedOn  version that it came of, null for the first
 * @param restores version whose content it takes up again, null when it is an edit
 * @param summary  what differs from the version that it came of, in one line
 */
public record VersionItem(
        int version,
        PlanStatus status,
        String statusReason,
        String author,
        String reason,
        Integer basedOn,
        Integer restores,
        String summary,
        String decidedBy,
        Instant decidedAt,
        Instant createdAt) {

    /**
     * Number of the version before the last edit: an undone edit is passed over, so that undoing again goes further back.
     *
     * @throws Refusal when there is none
     */
    public static int before(int number, List<VersionItem> history) {
        Map<Integer, VersionItem> byNumber =
                history.stream().collect(Collectors.toMap(VersionItem::version, item -> item));
        VersionItem item = byNumber.get(number);
        while (item.restores() != null) {
            item = byNumber.get(item.restores());
        }
        if (item.basedOn() == null) {
            throw Refusal.conflict("there is nothing to undo: version " + item.version() + " is the first");
        }
        return item.basedOn();
    }
}
