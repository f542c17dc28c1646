package dev.masterplan.execution.desk;

import dev.masterplan.execution.command.CommandBody;
import dev.masterplan.execution.command.CommandKind;
import dev.masterplan.execution.command.Mailbox;
import dev.masterplan.execution.command.RunCommand;
import dev.masterplan.execution.engine.BlockedBy;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.gate.GateRound;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.memory.RunOutline;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.transition.Transition.WaveEnded;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.ReviewDecided;
import dev.masterplan.messaging.event.RunState;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Carries out what waits in a run's mailbox, on the run's own thread, between two of its steps. */
@Singleton
public class CommandDesk {

    private static final Logger LOG = Logger.getLogger(CommandDesk.class);

    private static final String AFTER_CANCEL = "approve the plan again";

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

    /** Nothing can be done for that run any more. */
    public void refuseAll(RunRef run, String why) {
        mailbox.pending(run.no()).forEach(c -> refuse(run, c, why));
    }

    private void refuse(RunRef run, RunCommand command, String why) {
        engine.journal().submit(new Transition.CommandEnded(run, command.id(), false, why, List.of(), Says.nothing()));
    }

    /** A run that can't be read can be cancelled, and nothing else. @return whether it was */
    public boolean cancelUnread(RunOutline run, String why) {
        boolean cancelled = false;
        for (RunCommand command : mailbox.pending(run.ref().no())) {
            boolean possible =
                    command.kind() == CommandKind.CANCEL && !run.state().ended() && !cancelled;
            if (possible && cancel(run, command)) {
                cancelled = true;
            } else {
                refuse(run.ref(), command, why);
            }
        }
        return cancelled;
    }

    private boolean cancel(RunOutline run, RunCommand command) {
        String by = "by " + command.askedBy();
        Says says = run.changed(RunState.CANCELLED, by, AFTER_CANCEL, engine.clock());
        var cancelled = new Transition.RunChanged(
                run.ref(), Set.of(RunState.BLOCKED), RunState.CANCELLED, by, AFTER_CANCEL, says);
        String text = command.kind().result();
        return engine.journal()
                        .submit(new Transition.CommandEnded(
                                run.ref(), command.id(), true, text, List.of(cancelled), Says.nothing()))
                instanceof Reply.Done;
    }

    private void carryOut(RunMemory memory, RunCommand command) {
        boolean possible = command.kind() == CommandKind.REVIEW
                ? ReviewDesk.possible(command.body().decided(), memory.state())
                : command.kind().allowedIn(memory.state());
        Outcome outcome =
                possible ? apply(memory, command) : Outcome.refused("not possible while the run is " + memory.state());
        end(memory, command, outcome);
    }

    /** A command that fails must not come again: those behind it would never be read. */
    private void refuse(RunMemory memory, RunCommand command, RuntimeException failure) {
        if (Thread.currentThread().isInterrupted()) {
            throw failure;
        }
        LOG.errorf(failure, "command failed: run=%d command=%s", memory.ref().no(), command.id());
        end(memory, command, Outcome.refused("it could not be carried out: " + BlockedBy.words(failure)));
    }

    private Outcome apply(RunMemory memory, RunCommand command) {
        CommandBody body = command.body();
        return switch (command.kind()) {
            case START -> change(memory, RunState.RUNNING, null, null);
            case PAUSE -> change(memory, RunState.PAUSED, null, null);
            case RESUME -> change(memory, memory.onward(), null, null);
            case CANCEL -> change(memory, RunState.CANCELLED, "by " + command.askedBy(), AFTER_CANCEL);
            case RETRY_WAVE -> goOn(memory, retries(memory).wave(body.wave()));
            case RETRY_ATOM -> goOn(memory, retries(memory).atom(body.atomId()));
            case EDIT_FILE ->
                goOn(memory, new Edits(engine, memory).apply(body.path(), body.content(), body.baseHash()));
            case CORRECT_TEST -> goOn(memory, new TestCorrections(engine, memory).apply(body, command.askedBy()));
            case LIMITS -> limits(memory, body);
            case REVIEW -> review(memory, body.decided());
        };
    }

    private Retries retries(RunMemory memory) {
        return new Retries(memory, new RunEvents(memory, engine.clock()));
    }

    private Outcome review(RunMemory memory, ReviewDecided decided) {
        Outcome outcome = new ReviewDesk(engine, memory).decide(decided);
        return outcome instanceof Outcome.Done done && done.file() == null ? outcome : goOn(memory, outcome);
    }

    private Outcome limits(RunMemory memory, CommandBody body) {
        if (body.limits() == null) {
            return Outcome.refused("limits are needed");
        }
        boolean budget = memory.reason() != null && memory.reason().startsWith("budget");
        Outcome changed = Outcome.done(List.of(LimitChange.of(engine, memory.ref(), body.limits())));
        return budget ? goOn(memory, changed) : changed;
    }

    /** A blocked run goes on when its cure is seen; a paused one stays paused. */
    private Outcome goOn(RunMemory memory, Outcome outcome) {
        return memory.state() == RunState.BLOCKED ? outcome.and(changed(memory, memory.onward(), null, null)) : outcome;
    }

    private Outcome change(RunMemory memory, RunState to, String reason, String cure) {
        return Outcome.done(List.of(changed(memory, to, reason, cure)));
    }

    private Transition changed(RunMemory memory, RunState to, String reason, String cure) {
        RunEvents events = new RunEvents(memory, engine.clock());
        Says changed = events.changed(memory.state(), to, reason, cure);
        List<LiveUpdate> live = new ArrayList<>(changed.live());
        if (memory.state() == RunState.READY && to == RunState.RUNNING) {
            live.add(events.executionStart());
        }
        return new Transition.RunChanged(
                memory.ref(), Set.of(memory.state()), to, reason, cure, new Says(live, changed.events()));
    }

    /** The command's end and all that it changes are one transaction: who comes after a crash finds both or neither. */
    private void end(RunMemory memory, RunCommand command, Outcome outcome) {
        Reply reply = engine.journal()
                .submit(
                        switch (outcome) {
                            case Outcome.Done done ->
                                ended(memory, command, true, command.kind().result(), done);
                            case Outcome.Refused refused ->
                                ended(memory, command, false, String.join("\n", refused.diagnostics()), refused);
                        });
        if (reply instanceof Reply.WrongState && outcome instanceof Outcome.Done) {
            end(memory, command, Outcome.refused("the run has changed meanwhile"));
        }
        if (reply instanceof Reply.Done && outcome instanceof Outcome.Done done && done.judged() != null) {
            show(memory, done.judged());
        }
    }

    private Transition ended(RunMemory memory, RunCommand command, boolean done, String text, Outcome outcome) {
        Says says = command.kind() == CommandKind.REVIEW
                ? new ReviewDesk(engine, memory).says(command.body().decided(), outcome)
                : Says.nothing();
        List<Transition> effects = outcome instanceof Outcome.Done all ? all.effects() : List.of();
        return new Transition.CommandEnded(memory.ref(), command.id(), done, text, effects, says);
    }

    /** The rows are true already; whatever is next written to the folder mends it. */
    private void show(RunMemory memory, WaveEnded judged) {
        try {
            new GateRound(engine, memory, new RunEvents(memory, engine.clock())).show(judged);
        } catch (UncheckedIOException e) {
            LOG.errorf(
                    e,
                    "edited, but the folder could not be written: run=%d",
                    memory.ref().no());
        }
    }
}
