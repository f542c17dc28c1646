package dev.masterplan.planner.exchange.foreign;

import dev.masterplan.messaging.plan.PathGuard;
import dev.masterplan.planner.exchange.files.CheckWords;
import dev.masterplan.planner.exchange.files.Mention;
import dev.masterplan.planner.exchange.foreign.ForeignTask.Step;
import dev.masterplan.planner.exchange.foreign.ForeignTask.Wait;
import dev.masterplan.planner.exchange.source.Notes;
import dev.masterplan.planner.exchange.source.SourceLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes steps of a piece of work and the files that it names: one for each file that it writes; without a file one that
 * looks, when the words say so or the work is done; else one whose file a person has to name.
 */
public final class StepWriter {

    private final Notes notes;

    public StepWriter(Notes notes) {
        this.notes = notes;
    }

    /** @param title may be the whole text of the work */
    public record Work(String id, String title, String description, boolean done, List<Wait> waits, SourceLine where) {

        private Step step(String stepId, String name, String file, boolean check) {
            return new Step(stepId, name, description, file, check, done, waits);
        }
    }

    /** @param files in the order in which the text names them */
    public List<Step> steps(Work work, List<Mention> files) {
        boolean looks = CheckWords.in(work.title());
        List<String> written = new ArrayList<>();
        for (Mention file : files) {
            if (looks || !file.written()) {
                notes.guessed(work.where(), work.id() + " only looks at " + file.path());
            } else if (work.done() && PathGuard.problemForAtom(file.path()).isPresent()) {
                notes.dropped(
                        work.where(),
                        work.id() + " writes " + file.path()
                                + ", which no plan may, and is done: nothing is left to write");
            } else if (!written.contains(file.path())) {
                written.add(file.path());
                if (file.guessed() != null) {
                    notes.guessed(work.where(), work.id() + " writes " + file.path() + ": " + file.guessed());
                }
            }
        }
        return written.isEmpty() ? List.of(withoutFile(work, looks)) : writing(work, written);
    }

    private static List<Step> writing(Work work, List<String> files) {
        String name = ShortName.of(work.title());
        if (files.size() == 1) {
            return List.of(work.step(work.id() + "/1", name, files.getFirst(), false));
        }
        List<Step> steps = new ArrayList<>();
        for (String file : files) {
            steps.add(work.step(work.id() + "/" + (steps.size() + 1), "Write " + file, file, false));
        }
        return steps;
    }

    private Step withoutFile(Work work, boolean looks) {
        String name = ShortName.of(work.title());
        if (looks) {
            notes.guessed(
                    work.where(), work.id() + " writes no file, its words say that it looks: a check for a person");
            return work.step(work.id() + "/1", name, null, true);
        }
        if (work.done()) {
            notes.guessed(work.where(), work.id() + " is done and names no file: nothing is left to write");
            return work.step(work.id() + "/1", name, null, true);
        }
        notes.guessed(work.where(), work.id() + " names no file that it writes: a person has to name one");
        return work.step(work.id() + "/1", name, null, false);
    }
}
