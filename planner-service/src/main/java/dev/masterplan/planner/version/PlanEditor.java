package dev.masterplan.planner.version;

import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.planner.PlannerConfig;
import dev.masterplan.planner.analysis.Estimator;
import dev.masterplan.planner.edit.Editing;
import dev.masterplan.planner.edit.PlanEdit;
import dev.masterplan.planner.generation.Drafting;
import dev.masterplan.planner.generation.PlanAuthor;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.masterplan.PlanVersion;
import dev.masterplan.planner.refusal.Refusal;
import jakarta.inject.Singleton;
import java.util.List;

/** Works out what edits make of a version; may let the author read and plan, so it is called on threads that block. */
@Singleton
public class PlanEditor {

    private final PlanAuthor author;
    private final Editing editing;
    private final Estimator estimator;

    PlanEditor(PlanAuthor author, PlannerConfig config) {
        this.author = author;
        this.estimator = new Estimator(config.pace().value());
        Drafting drafting = new Drafting(author, config.guidance().value(), estimator);
        this.editing = new Editing(author, drafting, TimeOrderedId::next);
    }

    /**
     * What somebody wants to make of a version.
     *
     * @param base    as it was when it was looked at
     * @param diff    from it to the content
     * @param refusal why it can't be made; null when it can
     */
    record Proposal(PlanVersion base, PlanContent content, PlanDiff diff, List<String> notes, Refusal refusal) {

        static Proposal refused(PlanVersion base, Refusal refusal) {
            return new Proposal(base, null, null, List.of(), refusal);
        }

        boolean changesNothing() {
            return refusal == null && diff.same();
        }
    }

    Proposal proposal(PlanVersion base, List<PlanEdit> edits) {
        try {
            Editing.Edited edited = editing.apply(base.requireContent(), base.order(), edits);
            PlanDiff diff = PlanDiff.between(base.requireContent(), edited.content());
            return new Proposal(base, edited.content(), diff, edited.notes(), null);
        } catch (Refusal refusal) {
            return Proposal.refused(base, refusal);
        }
    }

    Redo redo(PlanVersion before, PlanVersion after) {
        PlanContent later = after.requireContent();
        return Redo.between(before.requireContent(), later, estimator, author.prices(later.plan(), after.order()));
    }
}
