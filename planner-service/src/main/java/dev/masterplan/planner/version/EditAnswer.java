package dev.masterplan.planner.version;

import dev.masterplan.planner.masterplan.PlanStatus;
import dev.masterplan.planner.masterplan.PlanVersion;
import java.util.List;
import java.util.UUID;

/**
 * The version that came of an edit; its whole document is read by its number.
 *
 * @param notes  what followed beside what was asked for
 * @param diff   to the version that it came of
 * @param errors number of errors in its analysis, which block its approval
 */
public record EditAnswer(
        UUID id,
        int version,
        PlanStatus status,
        Integer basedOn,
        List<String> notes,
        PlanDiff diff,
        int errors,
        int warnings) {

    static EditAnswer of(PlanVersion version, List<String> notes, PlanDiff diff) {
        return new EditAnswer(
                version.masterPlan().id(),
                version.number(),
                version.status(),
                version.basedOn(),
                notes,
                diff,
                version.requireContent().analysis().errors().size(),
                version.requireContent().analysis().warnings().size());
    }
}
