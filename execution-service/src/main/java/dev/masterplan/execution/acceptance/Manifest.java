package dev.masterplan.execution.acceptance;

import dev.masterplan.execution.workspace.Sha256;
import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Required;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which acceptance tests there are and what their files are, kept out of the code's reach: a result counts only when
 * the files are these and the test is listed here.
 *
 * @param files path under {@code acceptance/} → sha256
 */
public record Manifest(Map<String, String> files, List<Listed> tests) {

    /** @param timed runs alone, best of three */
    public record Listed(String testId, String requirementKey, Priority priority, boolean timed) {
        public Listed {
            testId = Required.text(testId, "test_id");
            requirementKey = Required.text(requirementKey, "requirement_key");
            priority = Required.value(priority, "priority");
        }
    }

    public Manifest {
        files = Map.copyOf(files);
        tests = Required.copy(tests);
    }

    static Manifest of(Collection<TestSpecification> specifications, Map<String, byte[]> testFiles) {
        Map<String, String> files = new TreeMap<>();
        testFiles.forEach((path, content) -> files.put(path, Sha256.hex(content)));
        return new Manifest(
                files,
                specifications.stream()
                        .map(s -> new Listed(s.id(), s.requirementKey(), s.priority(), s.timed()))
                        .toList());
    }

    public Optional<Listed> test(String testId) {
        return tests.stream().filter(test -> test.testId().equals(testId)).findFirst();
    }

    /** Paths under {@code acceptance/} that are missing, other or more than here; empty = the tree has our tests. */
    public List<String> differences(Map<String, byte[]> tree) {
        List<String> different = new ArrayList<>();
        new TreeMap<>(files).forEach((path, hash) -> {
            if (!tree.containsKey(path) || !Sha256.hex(tree.get(path)).equals(hash)) {
                different.add(path);
            }
        });
        tree.keySet().stream()
                .filter(path -> path.startsWith(AcceptanceSuite.FOLDER) && !files.containsKey(path))
                .sorted()
                .forEach(different::add);
        return different;
    }

    /** Changes exactly when a file or a test does. */
    public String hash() {
        return Sha256.hex(Json.write(List.of(new TreeMap<>(files), tests)));
    }
}
