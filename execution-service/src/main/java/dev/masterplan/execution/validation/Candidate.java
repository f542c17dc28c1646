package dev.masterplan.execution.validation;

import dev.masterplan.messaging.plan.Required;
import java.util.Map;

/**
 * A file that an author offers, with what it may rest on.
 *
 * @param previous     content of the file before this attempt, null = none; unchanged functions are not scored
 * @param snapshot     files of its dependency closure by path, without this one
 * @param runUnitTests the last link of subject and test file is done
 */
public record Candidate(
        String path,
        String language,
        String content,
        String previous,
        Map<String, byte[]> snapshot,
        boolean runUnitTests) {
    public Candidate {
        path = Required.text(path, "path");
        language = Required.text(language, "language");
        content = Required.value(content, "content");
        snapshot = Map.copyOf(snapshot);
    }

    /** A new file. */
    public Candidate(String path, String language, String content, Map<String, byte[]> snapshot, boolean runUnitTests) {
        this(path, language, content, null, snapshot, runUnitTests);
    }
}
