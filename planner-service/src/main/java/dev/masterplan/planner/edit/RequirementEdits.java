package dev.masterplan.planner.edit;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Requirement.Coverage.State;
import dev.masterplan.planner.discovery.BriefText;
import dev.masterplan.planner.discovery.Deferral;
import dev.masterplan.planner.discovery.Rereading;
import dev.masterplan.planner.discovery.UnreadRequirements;
import dev.masterplan.planner.edit.PlanEdit.AddRequirement;
import dev.masterplan.planner.edit.PlanEdit.ChangeRequirement;
import dev.masterplan.planner.edit.PlanEdit.DeferRequirements;
import dev.masterplan.planner.edit.PlanEdit.DeleteRequirement;
import dev.masterplan.planner.edit.PlanEdit.OfRequirement;
import dev.masterplan.planner.generation.Drafting;
import dev.masterplan.planner.generation.PlanAuthor;
import dev.masterplan.planner.masterplan.PlanContent.Brief;
import dev.masterplan.planner.refusal.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Carries out edits of requirements. A sentence is changed in the brief, the brief is read again, and what the author
 * plans otherwise because of it is changed in the plan; everything that people changed in the plan stays.
 */
final class RequirementEdits {

    private final PlanAuthor author;
    private final Supplier<UUID> ids;
    private final List<String> notes;

    RequirementEdits(PlanAuthor author, Supplier<UUID> ids, List<String> notes) {
        this.author = author;
        this.ids = ids;
        this.notes = notes;
    }

    Draught apply(Draught draught, OfRequirement edit) {
        return switch (edit) {
            case AddRequirement e -> add(draught, Wording.sentence(e.sentence()), e.priority());
            case ChangeRequirement e -> change(draught, e);
            case DeleteRequirement e -> delete(draught, requirement(draught, e.key()));
            case DeferRequirements e -> defer(draught, new Deferral(e.keys(), e.by(), e.reason()));
        };
    }

    private static Requirement requirement(Draught draught, String key) {
        return draught.discovery().requirements().stream()
                .filter(requirement -> requirement.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("no such requirement in this plan: " + key));
    }

    private Draught add(Draught draught, String sentence, Priority priority) {
        if (draught.brief() == null) {
            return draught.with(UnreadRequirements.added(draught.discovery(), ids.get(), sentence, priority));
        }
        return readAgain(draught, text(draught).with(sentence), List.of(), priority);
    }

    private Draught change(Draught draught, ChangeRequirement edit) {
        Requirement requirement = requirement(draught, edit.key());
        String sentence = edit.sentence() == null ? requirement.sentence() : Wording.sentence(edit.sentence());
        if (sentence.equals(requirement.sentence())) {
            return edit.priority() == null
                    ? draught
                    : draught.with(UnreadRequirements.prioritised(draught.discovery(), requirement, edit.priority()));
        }
        if (draught.brief() == null) {
            return draught.with(
                    UnreadRequirements.changed(draught.discovery(), requirement, sentence, edit.priority()));
        }
        List<Requirement> said = ofOneSentence(draught.discovery(), requirement);
        tell(said, "all are read again");
        String text = text(draught).changed(requirement, sentence);
        return readAgain(draught, text, said, edit.priority());
    }

    private Draught delete(Draught draught, Requirement requirement) {
        if (draught.brief() == null) {
            return draught.with(UnreadRequirements.without(draught.discovery(), requirement));
        }
        List<Requirement> said = ofOneSentence(draught.discovery(), requirement);
        tell(said, "all are deleted with it");
        Draught read = readAgain(draught, text(draught).without(requirement), List.of(), null);
        if (read.discovery().requirement(requirement.id()).isPresent()) {
            throw Refusal.invalid(requirement.key() + " can't be taken out of the brief alone: put it off");
        }
        return read;
    }

    private static BriefText text(Draught draught) {
        return new BriefText(draught.brief().messageId(), draught.brief().text());
    }

    private void tell(List<Requirement> said, String what) {
        if (said.size() > 1) {
            notes.add(String.join(", ", said.stream().map(Requirement::key).toList()) + " are one sentence: " + what);
        }
    }

    private static List<Requirement> ofOneSentence(Discovery discovery, Requirement requirement) {
        return discovery.requirements().stream()
                .filter(other -> other.sentence().equals(requirement.sentence())
                        && other.source().equals(requirement.source()))
                .toList();
    }

    private Draught defer(Draught draught, Deferral deferral) {
        Discovery deferred = deferral.applyTo(draught.discovery());
        return deferral.changesWork(draught.discovery())
                ? planAgain(draught, draught.brief(), deferred)
                : draught.with(deferred);
    }

    private Draught readAgain(Draught draught, String text, List<Requirement> changed, Priority priority) {
        Brief brief = new Brief(draught.brief().messageId(), text);
        Discovery read = author.read(brief.messageId(), text);
        Discovery carried = new Rereading(draught.discovery(), changed, priority, ids).carriedInto(read);
        changed.stream()
                .filter(gone -> carried.requirement(gone.id()).isEmpty())
                .forEach(gone -> notes.add(gone.key() + " is no requirement any more: the sentence says less"));
        if (changed.stream().anyMatch(one -> one.coverage().state() == State.DEFERRED)) {
            notes.add("what was put off and is said otherwise now is no longer put off");
        }
        return planAgain(draught, brief, carried);
    }

    private Draught planAgain(Draught draught, Brief brief, Discovery discovery) {
        Draught read = new Draught(brief, discovery, draught.plan());
        if (!Drafting.understood(draught.discovery())) {
            return read;
        }
        if (!Drafting.understood(discovery)) {
            throw Refusal.invalid("nothing that is understood would be left to plan");
        }
        refuseOtherIds(draught.discovery(), discovery);
        PlanDocument before = author.plan(draught.discovery());
        Replanning replanning = new Replanning(before, author.plan(discovery), notes);
        return replanning.concerns(draught.plan())
                ? new Draught(brief, discovery, replanning.of(draught.plan()))
                : read;
    }

    /** The author makes ids of tasks from the message of the first requirement. */
    private static void refuseOtherIds(Discovery before, Discovery after) {
        if (!origin(before).equals(origin(after))) {
            throw Refusal.invalid("the ids of this plan's tasks come from its first requirement: put that one off");
        }
    }

    private static UUID origin(Discovery discovery) {
        return discovery.requirements().getFirst().source().messageId();
    }
}
