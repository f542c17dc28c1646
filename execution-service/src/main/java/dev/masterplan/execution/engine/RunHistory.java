package dev.masterplan.execution.engine;

import dev.masterplan.execution.memory.StoredCommit;
import dev.masterplan.execution.transition.Transition.Commit;
import dev.masterplan.execution.workspace.FileVersion;
import dev.masterplan.execution.workspace.GitProjection;
import dev.masterplan.execution.workspace.HistoryLostException;
import dev.masterplan.execution.workspace.WaveCommit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * A run's commits. Git holds what the rows say: a commit is written before its row and pointed at after it, and a
 * repository that is lost is made again, with the same ids.
 */
public final class RunHistory {

    private final RunEngine engine;
    private final int runNo;
    private final UUID runId;

    public RunHistory(RunEngine engine, int runNo, UUID runId) {
        this.engine = engine;
        this.runNo = runNo;
        this.runId = runId;
    }

    /**
     * A commit on top of {@code parent} that no branch shows yet.
     *
     * @throws HistoryLostException when the parent is lost for good
     * @throws java.io.UncheckedIOException when git can't be written
     */
    public Commit write(WaveCommit wave, String parent) {
        try (GitProjection git = holding(parent)) {
            String id = git.write(wave.files(), wave.message(), wave.time(), parent);
            Map<String, Integer> tree = new TreeMap<>();
            wave.files().forEach((FileVersion f) -> tree.put(f.path(), f.version()));
            return new Commit(id, parent, wave.message(), wave.time(), tree);
        }
    }

    /** The branch shows what the rows say. @param head null = nothing is committed */
    public void point(String head) {
        if (head != null) {
            read(head, git -> head);
        }
    }

    /** @param head the run's last commit by its row */
    public <T> T read(String head, Function<GitProjection, T> reader) {
        try (GitProjection git = holding(head)) {
            git.point(head);
            return reader.apply(git);
        }
    }

    private GitProjection holding(String head) {
        GitProjection git = GitProjection.open(engine.repository(runId));
        if (head != null && !git.has(head)) {
            makeAgain(git, head);
        }
        return git;
    }

    private void makeAgain(GitProjection git, String head) {
        Map<String, StoredCommit> rows = engine.store().commits(runNo);
        Deque<String> missing = new ArrayDeque<>();
        for (String id = head; id != null; id = rows.get(id).parent()) {
            if (!rows.containsKey(id)) {
                throw new HistoryLostException(id);
            }
            missing.push(id);
        }
        for (String id : missing) {
            StoredCommit row = rows.get(id);
            if (!git.write(row.files(), row.message(), row.at(), row.parent()).equals(id)) {
                throw new HistoryLostException(id);
            }
        }
    }
}
