package dev.masterplan.execution.desk;

import dev.masterplan.execution.command.CommandBody;
import dev.masterplan.execution.command.CommandKind;
import dev.masterplan.execution.command.Mailbox;
import dev.masterplan.execution.command.RunCommand;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.gate.GateRound;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.RunState;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Carries out what waits in a run's mailbox, on the run's own thread, between two of its steps. */
@Singleton
public class CommandDesk {

    private static final Logger LOG = Logger.getLogger(CommandDesk.class);

    private final Mailbox mailbox;
    private final RunEngine engine;

    CommandDesk(Mailbox mailbox, RunEngine engine) {
        this.mailbox = mailbox;
        this.engine = engine;
    }

    /** Carries out the oldest command; true when there was one, then the run is rebuilt from its rows. */
    public boolean carryOut(RunMemory memory) {
        List<RunCommand> pending = mailbox.pending(memory.ref().no());
        if (pending.isEmpty()) {
            return false;
        }
        RunCommand command = pending.getFirst();
        try {
            carryOut(memory, command);
        } catch (RuntimeException e) {
            refuse(memory, command, e);
        }
        return true;
    }

    private void carryOut(RunMemory memory, RunCommand command) {
        if (command.kind() == CommandKind.REVIEW) {
            review(memory, command);
        } else if (command.kind().allowedIn(memory.state())) {
            end(memory, command, apply(memory, command));
        } else {
            end(memory, command, "not possible while the run is " + memory.state());
        }
    }

    /** A command that fails must not come again: those behind it would never be read. */
    private void refuse(RunMemory memory, RunCommand command, RuntimeException failure) {
        if (Thread.currentThread().isInterrupted()) {
            throw failure;
        }
        LOG.errorf(failure, "command failed: run=%d command=%s", memory.ref().no(), command.id());
        String why = "it could not be carried out: " + failure.getMessage();
        if (command.kind() == CommandKind.REVIEW) {
            end(memory, command, ReviewDesk.Answer.refused(why));
        } else {
            end(memory, command, why);
        }
    }

    /** @return why it is refused, null when it is done */
    private String apply(RunMemory memory, RunCommand command) {
        CommandBody body = command.body();
        return switch (command.kind()) {
            case START -> change(memory, RunState.RUNNING, null, null);
            case PAUSE -> change(memory, RunState.PAUSED, null, null);
            case RESUME -> change(memory, onward(memory), null, null);
            case CANCEL -> change(memory, RunState.CANCELLED, "by " + command.askedBy(), "approve the plan again");
            case RETRY_WAVE -> goOn(memory, new Retries(memory, engine.journal()).wave(body.wave()));
            case RETRY_ATOM -> goOn(memory, new Retries(memory, engine.journal()).atom(body.atomId()));
            case EDIT_FILE -> edit(memory, body);
            case CORRECT_TEST -> goOn(memory, new TestCorrections(engine, memory).apply(body, command.askedBy()));
            case LIMITS -> limits(memory, body);
            case REVIEW -> "a review is decided elsewhere";
        };
    }

    private void review(RunMemory memory, RunCommand command) {
        ReviewDesk.Answer answer = command.kind().allowedIn(memory.state())
                ? new ReviewDesk(engine, memory).decide(command.body().decided())
                : ReviewDesk.Answer.refused("not possible while the run is " + memory.state());
        if (answer.applied() && answer.changed()) {
            String trouble = memory.state().ended() ? certifyAgain(memory) : goOn(memory, null);
            if (trouble != null) {
                answer = ReviewDesk.Answer.refused(trouble);
            }
        }
        end(memory, command, answer);
    }

    private void end(RunMemory memory, RunCommand command, ReviewDesk.Answer answer) {
        engine.journal()
                .submit(new Transition.CommandEnded(
                        memory.ref(),
                        command.id(),
                        answer.applied(),
                        String.join("\n", answer.diagnostics()),
                        ReviewDesk.says(memory, command.body().decided(), answer, engine.clock())));
    }

    private String edit(RunMemory memory, CommandBody body) {
        Edits.Outcome outcome = new Edits(engine, memory).apply(body.path(), body.content(), body.baseHash());
        return switch (outcome) {
            case Edits.Outcome.Refused refused -> String.join("\n", refused.diagnostics());
            case Edits.Outcome.Applied applied -> memory.state().ended() ? certifyAgain(memory) : goOn(memory, null);
        };
    }

    private String certifyAgain(RunMemory memory) {
        return GateRound.again(engine, memory)
                ? null
                : "the file is edited, but the gate did not open on it again; see its last judgement";
    }

    private String limits(RunMemory memory, CommandBody body) {
        if (body.limits() == null) {
            return "limits are needed";
        }
        boolean budget = memory.reason() != null && memory.reason().startsWith("budget");
        String refusal = LimitChange.apply(engine, memory.ref(), body.limits());
        return refusal == null && budget ? goOn(memory, null) : refusal;
    }

    /** A blocked run goes on when its cure is seen; a paused one stays paused. */
    private String goOn(RunMemory memory, String refusal) {
        return refusal == null && memory.state() == RunState.BLOCKED
                ? change(memory, onward(memory), null, null)
                : refusal;
    }

    /** Where a stopped run goes on: without its atoms and tests it has to be prepared first. */
    private static RunState onward(RunMemory memory) {
        return memory.prepared() ? RunState.RUNNING : RunState.PREPARING;
    }

    private String change(RunMemory memory, RunState to, String reason, String cure) {
        RunEvents events = new RunEvents(memory, engine.clock());
        Says changed = events.changed(memory.state(), to, reason, cure);
        List<LiveUpdate> live = new ArrayList<>(changed.live());
        if (memory.state() == RunState.READY && to == RunState.RUNNING) {
            live.add(events.executionStart());
        }
        var transition = new Transition.RunChanged(
                memory.ref(), Set.of(memory.state()), to, reason, cure, new Says(live, changed.events()));
        return engine.journal().submit(transition) instanceof Reply.Done ? null : "the run has changed meanwhile";
    }

    private void end(RunMemory memory, RunCommand command, String refusal) {
        String text = refusal == null ? command.kind().result() : refusal;
        engine.journal()
                .submit(new Transition.CommandEnded(memory.ref(), command.id(), refusal == null, text, Says.nothing()));
    }
}
