package dev.masterplan.execution.workspace;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one commit holds: the whole tree and who is answerable for the change.
 *
 * @param files   the complete tree after the wave
 * @param subject first line, at most 72 characters are shown by most tools
 * @param wave    0 = before the first wave (the acceptance tests)
 * @param time    time of the change as the database knows it, so that a repetition makes the same commit
 * @param atomIds ids of the atoms whose files changed
 * @param tasks   numbers or names of their tasks
 */
public record WaveCommit(
        Collection<FileVersion> files,
        String subject,
        int wave,
        int round,
        Instant time,
        String runId,
        List<String> atomIds,
        List<String> tasks,
        String traceId) {

    public WaveCommit {
        files = List.copyOf(files);
        atomIds = List.copyOf(atomIds);
        tasks = List.copyOf(tasks);
    }

    /** Subject and trailers; values stay on their line. */
    public String message() {
        String trailers = Stream.of(
                        Stream.of("Run-Id: " + runId, "Wave: " + wave, "Round: " + round),
                        tasks.stream().map(task -> "Task: " + task),
                        atomIds.stream().map(atom -> "Atom-Id: " + atom),
                        Stream.of("Trace-Id: " + traceId))
                .flatMap(lines -> lines)
                .map(WaveCommit::oneLine)
                .collect(Collectors.joining("\n"));
        return oneLine(subject) + "\n\n" + trailers + "\n";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
