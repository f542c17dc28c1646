package dev.masterplan.execution.desk;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.command.CommandKind;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.memory.Judgements.Judged;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.GateResult.Verdict;
import dev.masterplan.messaging.event.ReviewApplied;
import dev.masterplan.messaging.event.ReviewDecided;
import dev.masterplan.messaging.event.ReviewDecided.Decision;
import dev.masterplan.messaging.event.RunState;
import dev.masterplan.messaging.event.Topic;
import java.util.List;
import java.util.Optional;

/** What a review's decision comes to, and how review-service hears of it. */
final class ReviewDesk {

    private final RunEngine engine;
    private final RunMemory memory;

    ReviewDesk(RunEngine engine, RunMemory memory) {
        this.engine = engine;
        this.memory = memory;
    }

    /** Does anything of the run stand against it? An approval writes no file and runs no test. */
    static boolean possible(ReviewDecided decided, RunState state) {
        return decided.decision() == Decision.APPROVE || CommandKind.REVIEW.allowedIn(state);
    }

    /** Writes nothing. */
    Outcome decide(ReviewDecided decided) {
        return switch (decided.decision()) {
            case APPROVE -> approve(decided);
            case EDIT -> new Edits(engine, memory).apply(decided.file(), decided.editedContent(), decided.baseHash());
            default -> Outcome.refused(decided.decision() + " is not possible yet");
        };
    }

    /** The file's whole chain in that wave is decided; what is written again meanwhile is not. */
    private Outcome approve(ReviewDecided decided) {
        List<Atom> chain = atom(decided).map(this::sameCard).orElse(List.of());
        if (chain.stream().anyMatch(a -> memory.atom(a).state() == AtomState.FAILED)) {
            return Outcome.refused("a failed atom has nothing to approve");
        }
        return Outcome.done(chain.stream()
                .filter(a -> memory.atom(a).state() == AtomState.COMPLETED)
                .<Transition>map(a -> new Transition.AtomApproved(memory.ref(), a, Says.nothing()))
                .toList());
    }

    private List<Atom> sameCard(Atom atom) {
        return memory.plan().chain(atom.file()).stream()
                .filter(a -> a.wave() == atom.wave())
                .toList();
    }

    /** With the atom's last score and the last verdict on its wave: what a person wrote is not scored again. */
    Says says(ReviewDecided decided, Outcome outcome) {
        var applied = new ReviewApplied(
                decided.reviewId(),
                memory.ref().masterplanId(),
                memory.ref().id(),
                memory.ref().sessionId(),
                memory.ref().traceId(),
                decided.atomId(),
                outcome instanceof Outcome.Done ? ReviewApplied.Outcome.APPLIED : ReviewApplied.Outcome.REFUSED,
                outcome instanceof Outcome.Refused refused ? refused.diagnostics() : List.of(),
                outcome instanceof Outcome.Done done && done.file() != null
                        ? done.file().sha256()
                        : null,
                atom(decided).map(memory::confidence).orElse(null),
                verdict(decided, outcome),
                RunEvents.rehearsal(memory),
                engine.clock().instant());
        return new Says(List.of(), List.of(new Says.Event(Topic.REVIEW_APPLIED, applied)));
    }

    private Verdict verdict(ReviewDecided decided, Outcome outcome) {
        if (outcome instanceof Outcome.Done done && done.judged() != null) {
            return done.judged().gate().verdict();
        }
        return atom(decided)
                .map(a -> memory.gates().get(a.wave()))
                .map(Judged::verdict)
                .orElse(null);
    }

    private Optional<Atom> atom(ReviewDecided decided) {
        return memory.plan().atoms().stream()
                .filter(a -> a.id().equals(decided.atomId()))
                .findFirst();
    }
}
