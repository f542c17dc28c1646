package dev.masterplan.execution.desk;

import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.transition.Transition.WaveEnded;
import dev.masterplan.execution.workspace.FileVersion;
import java.util.ArrayList;
import java.util.List;

/** What a command comes to, before anything of it is written. */
sealed interface Outcome {

    /**
     * @param effects written together with the command's end
     * @param file    what a person wrote, null = nothing
     * @param judged  the round that was judged on it, among the effects; null when the run's driver judges later
     */
    record Done(List<Transition> effects, FileVersion file, WaveEnded judged) implements Outcome {
        public Done {
            effects = List.copyOf(effects);
        }
    }

    record Refused(List<String> diagnostics) implements Outcome {}

    static Outcome done(List<Transition> effects) {
        return new Done(effects, null, null);
    }

    static Outcome refused(String why) {
        return new Refused(List.of(why));
    }

    /** The same with one more effect; what is refused stays so. */
    default Outcome and(Transition last) {
        return switch (this) {
            case Refused refused -> refused;
            case Done done -> {
                List<Transition> all = new ArrayList<>(done.effects());
                all.add(last);
                yield new Done(all, done.file(), done.judged());
            }
        };
    }
}
