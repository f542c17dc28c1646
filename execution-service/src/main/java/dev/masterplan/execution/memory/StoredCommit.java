package dev.masterplan.execution.memory;

import dev.masterplan.execution.workspace.FileVersion;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A commit as its row has it. @param parent null for the first */
public record StoredCommit(String parent, String message, Instant at, List<FileVersion> files) {

    /** Each commit of a run by its id. @param versions all of the run's files */
    static Map<String, StoredCommit> of(List<Row> commits, List<FileVersion> versions) {
        Map<String, FileVersion> files = new HashMap<>();
        versions.forEach(f -> files.put(f.path() + "@" + f.version(), f));
        Map<String, StoredCommit> found = new HashMap<>();
        commits.forEach(c -> found.put(c.getString("id"), commit(c, files)));
        return found;
    }

    private static StoredCommit commit(Row row, Map<String, FileVersion> files) {
        String[] paths = row.getArrayOfStrings("paths");
        Integer[] versions = row.getArrayOfIntegers("versions");
        List<FileVersion> tree = new ArrayList<>();
        for (int i = 0; i < paths.length; i++) {
            tree.add(files.get(paths[i] + "@" + versions[i]));
        }
        return new StoredCommit(
                row.getString("parent"),
                row.getString("message"),
                row.getOffsetDateTime("at").toInstant(),
                tree);
    }
}
