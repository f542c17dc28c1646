package dev.masterplan.execution.desk;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.messaging.event.AtomState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Puts atoms back to work, and frees those that were blocked by them. */
final class Retries {

    private static final Set<AtomState> ENDED = EnumSet.of(AtomState.COMPLETED, AtomState.FAILED);

    private final RunMemory memory;
    private final RunEvents events;
    private final List<Transition> effects = new ArrayList<>();

    Retries(RunMemory memory, RunEvents events) {
        this.memory = memory;
        this.events = events;
    }

    Outcome wave(Integer wave) {
        int number = wave == null ? memory.wave() : wave;
        List<Atom> atoms = memory.plan().atomsOfWave(number);
        if (atoms.isEmpty()) {
            return Outcome.refused("there is no wave " + number);
        }
        atoms.stream().filter(a -> memory.atom(a).state() == AtomState.FAILED).forEach(a -> again(a, "wave retried"));
        return Outcome.done(unblocked());
    }

    Outcome atom(UUID atomId) {
        Atom atom = memory.plan().atoms().stream()
                .filter(a -> a.id().equals(atomId))
                .findFirst()
                .orElse(null);
        if (atom == null || atom.check()) {
            return Outcome.refused("there is no atom %s that writes a file".formatted(atomId));
        }
        if (!ENDED.contains(memory.atom(atom).state())) {
            return Outcome.refused("the atom has not ended");
        }
        memory.plan().chain(atom.file()).stream()
                .filter(a ->
                        a.no() >= atom.no() && ENDED.contains(memory.atom(a).state()))
                .forEach(a -> again(a, "retried by a person"));
        return Outcome.done(unblocked());
    }

    /** All changes so far, and BLOCKED atoms that rest on no failed one any more wait again. */
    List<Transition> unblocked() {
        for (Atom atom : memory.plan().atoms()) {
            if (memory.atom(atom).state() == AtomState.BLOCKED && !restsOnFailure(atom)) {
                change(atom, Set.of(AtomState.BLOCKED), AtomState.PENDING, null, false);
            }
        }
        return List.copyOf(effects);
    }

    private boolean restsOnFailure(Atom atom) {
        return memory.plan().graph().closure(atom.no()).stream()
                .mapToObj(no -> memory.plan().atoms().get(no))
                .anyMatch(a -> memory.atom(a).state() == AtomState.FAILED);
    }

    private void again(Atom atom, String why) {
        change(atom, ENDED, AtomState.READY, why, true);
    }

    private void change(Atom atom, Set<AtomState> from, AtomState to, String why, boolean newLadder) {
        effects.add(new Transition.AtomChanged(memory.ref(), atom, from, to, why, newLadder, events.becomes(atom, to)));
        memory.set(
                atom,
                newLadder ? memory.atom(atom).newLadder(why) : memory.atom(atom).to(to, why));
    }
}
