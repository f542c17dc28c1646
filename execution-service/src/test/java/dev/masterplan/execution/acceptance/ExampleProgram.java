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

/** What the blueprint really writes for a brief in {@code docs/examples}. */
record ExampleProgram(List<TestSpecification> tests, List<Link> links, Map<String, String> acceptance) {

    static ExampleProgram make(String example) {
        try {
            return of(Files.readString(Path.of("../docs/examples", example)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExampleProgram of(String brief) {
        Discovery discovery = Blueprint.read(new UUID(0, 1), brief);
        PlanDocument plan = Blueprint.plan(discovery);
        List<TestSpecification> tests = Blueprint.specify(discovery, plan);
        List<Link> links = plan.tasks()
                .flatMap(task -> task.subtasks().stream())
                .map(subtask -> new Link(
                        subtask.targetFile(),
                        Blueprint.code(discovery, plan, tests, subtask.id()).orElseThrow()))
                .toList();
        return new ExampleProgram(tests, links, Blueprint.acceptanceTests(discovery, tests));
    }

    /** One subtask's file as it is after it. */
    record Link(String path, String content) {}

    /** The finished files. */
    Map<String, byte[]> program() {
        Map<String, byte[]> files = new TreeMap<>();
        links.forEach(link -> files.put(link.path(), bytes(link.content())));
        return files;
    }

    /** Program and acceptance tests together. */
    Map<String, byte[]> tree() {
        Map<String, byte[]> tree = program();
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
