package dev.masterplan.execution.desk;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.ReviewApplied;
import dev.masterplan.messaging.event.ReviewDecided;
import dev.masterplan.messaging.event.ReviewDecided.Decision;
import dev.masterplan.messaging.event.Topic;
import java.time.Clock;
import java.util.List;

/** Applies a review's decision to the run and says what became of it. */
final class ReviewDesk {

    private final RunEngine engine;
    private final RunMemory memory;

    ReviewDesk(RunEngine engine, RunMemory memory) {
        this.engine = engine;
        this.memory = memory;
    }

    /** @param changed a file is another one now; @param fileHash its new hash */
    record Answer(boolean applied, boolean changed, List<String> diagnostics, String fileHash) {
        static Answer refused(String why) {
            return new Answer(false, false, List.of(why), null);
        }
    }

    Answer decide(ReviewDecided decided) {
        if (decided.decision() == Decision.APPROVE) {
            return approve(decided);
        }
        if (decided.decision() != Decision.EDIT) {
            return Answer.refused(decided.decision() + " is not possible yet");
        }
        var outcome = new Edits(engine, memory).apply(decided.file(), decided.editedContent(), decided.baseHash());
        return switch (outcome) {
            case Edits.Outcome.Applied applied ->
                new Answer(true, true, List.of(), applied.file().sha256());
            case Edits.Outcome.Refused refused -> new Answer(false, false, refused.diagnostics(), null);
        };
    }

    private Answer approve(ReviewDecided decided) {
        boolean failed = memory.plan().atoms().stream()
                .filter(a -> a.id().equals(decided.atomId()))
                .map((Atom a) -> memory.atom(a).state())
                .anyMatch(s -> s == AtomState.FAILED);
        return failed
                ? Answer.refused("a failed atom has nothing to approve")
                : new Answer(true, false, List.of(), null);
    }

    static Says says(RunMemory memory, ReviewDecided decided, Answer answer, Clock clock) {
        var applied = new ReviewApplied(
                decided.reviewId(),
                memory.ref().masterplanId(),
                memory.ref().id(),
                memory.ref().sessionId(),
                memory.ref().traceId(),
                decided.atomId(),
                answer.applied() ? ReviewApplied.Outcome.APPLIED : ReviewApplied.Outcome.REFUSED,
                answer.diagnostics(),
                answer.fileHash(),
                null,
                null,
                clock.instant());
        return new Says(List.of(), List.of(new Says.Event(Topic.REVIEW_APPLIED, applied)));
    }
}
