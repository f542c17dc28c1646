package dev.masterplan.execution.acceptance;

import dev.masterplan.blueprint.Blueprint;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.TestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the blueprint really writes for {@code docs/examples/notes.md}. */
record NotesProgram(List<TestSpecification> tests, Map<String, byte[]> program, Map<String, String> acceptance) {

    static NotesProgram make() {
        try {
            return make(Files.readString(Path.of("../docs/examples/notes.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NotesProgram make(String brief) {
        Discovery discovery = Blueprint.read(new UUID(0, 1), brief);
        PlanDocument plan = Blueprint.plan(discovery);
        List<TestSpecification> tests = Blueprint.specify(discovery, plan);
        Map<String, byte[]> files = new TreeMap<>();
        plan.tasks()
                .flatMap(task -> task.subtasks().stream())
                .forEach(subtask -> files.put(
                        subtask.targetFile(),
                        bytes(Blueprint.code(discovery, plan, tests, subtask.id())
                                .orElseThrow())));
        return new NotesProgram(tests, files, Blueprint.acceptanceTests(discovery, tests));
    }

    /** Program and acceptance tests together. */
    Map<String, byte[]> tree() {
        Map<String, byte[]> tree = new TreeMap<>(program);
        tree.putAll(acceptanceBytes());
        return tree;
    }

    Map<String, byte[]> acceptanceBytes() {
        Map<String, byte[]> files = new TreeMap<>();
        acceptance.forEach((path, content) -> files.put(path, bytes(content)));
        return files;
    }

    Manifest manifest() {
        return Manifest.of(tests, acceptanceBytes());
    }

    Set<String> ids() {
        return tests.stream().map(TestSpecification::id).collect(Collectors.toSet());
    }

    /** The tree with one more or other file. */
    Map<String, byte[]> with(String path, String content) {
        Map<String, byte[]> tree = tree();
        tree.put(path, bytes(content));
        return tree;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
