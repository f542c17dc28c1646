package dev.masterplan.execution.codegen;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.messaging.event.MasterPlanApproved;
import java.util.List;
import java.util.Map;

/**
 * What an author gets to write one file.
 *
 * @param current     content the file has now, null when it is new
 * @param snapshot    files of the atom's dependency closure
 * @param lastLink    no later atom writes this file
 * @param temperature where the author takes one
 * @param stronger    the same diagnostic came twice: use the stronger model
 * @param feedback    what was wrong with the last attempt, null at the first
 */
public record CodeTask(
        MasterPlanApproved approved,
        Atom atom,
        String current,
        Map<String, byte[]> snapshot,
        boolean lastLink,
        int ladder,
        int attempt,
        double temperature,
        boolean stronger,
        Feedback feedback) {

    public CodeTask {
        snapshot = Map.copyOf(snapshot);
    }

    /** @param diagnostic first failing one, up to 40 lines; @param lastCode what was refused */
    public record Feedback(List<String> diagnostic, String lastCode) {
        public Feedback {
            diagnostic = List.copyOf(diagnostic);
        }
    }
}
