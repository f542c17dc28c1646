package dev.masterplan.execution.attempt;

import dev.masterplan.execution.atom.AttemptKey;
import dev.masterplan.execution.codegen.CodeTask;
import dev.masterplan.execution.workspace.FileVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What was refused on one ladder so far: it decides whether there is a next attempt, and what its author is told. */
final class AttemptHistory {

    private final AtomJob job;
    private final boolean deterministic;
    private final List<RetryLadder.Failure> failures = new ArrayList<>();
    private CodeTask.Feedback feedback;

    AttemptHistory(AtomJob job, boolean deterministic) {
        this.job = job;
        this.deterministic = deterministic;
        this.feedback = job.comment().isEmpty() ? null : new CodeTask.Feedback(job.comment(), job.current());
    }

    void refused(List<String> diagnostics, String code) {
        String hash = FileVersion.hash(code.getBytes(StandardCharsets.UTF_8));
        failures.add(new RetryLadder.Failure(String.join("\n", diagnostics), hash));
        feedback = new CodeTask.Feedback(diagnostics, code);
    }

    /** After a restart the failures before the stored attempt are only counted. */
    RetryLadder.Step next(AttemptKey key) {
        List<RetryLadder.Failure> all = new ArrayList<>();
        for (int i = failures.size(); i < key.number(); i++) {
            all.add(new RetryLadder.Failure("before the restart " + i, Integer.toString(i)));
        }
        all.addAll(failures);
        return RetryLadder.next(all, deterministic);
    }

    CodeTask task(AttemptKey key) {
        RetryLadder.Step step = RetryLadder.next(failures, failures.isEmpty() && deterministic);
        double temperature = step instanceof RetryLadder.Step.Attempt a ? a.temperature() : 0;
        boolean stronger = step instanceof RetryLadder.Step.Attempt a && a.stronger();
        return new CodeTask(
                job.approved(),
                job.atom(),
                job.current(),
                job.snapshot(),
                job.lastLink(),
                key.ladder(),
                key.number(),
                temperature,
                stronger,
                feedback);
    }
}
