package dev.masterplan.blueprint;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.TestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the blueprint makes of one brief: everything that the product would write. */
record Tree(Discovery discovery, PlanDocument plan, List<TestSpecification> tests) {

    private static final UUID MESSAGE = UUID.fromString("00000000-0000-4000-8000-000000000001");

    static Tree ofExample(String name) throws IOException {
        return of(Files.readString(Path.of("../../docs/examples", name)));
    }

    static Tree of(String brief) {
        Discovery discovery = Blueprint.read(MESSAGE, brief);
        PlanDocument plan = Blueprint.plan(discovery);
        return new Tree(discovery, plan, Blueprint.specify(discovery, plan));
    }

    /** Each subtask with the file as it is after it, in plan order. */
    Map<Subtask, String> links() {
        Map<Subtask, String> links = new LinkedHashMap<>();
        plan.tasks()
                .flatMap(t -> t.subtasks().stream())
                .forEach(s -> links.put(
                        s, Blueprint.code(discovery, plan, tests, s.id()).orElseThrow()));
        return links;
    }

    /** The finished files by path. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        links().forEach((subtask, content) -> files.put(subtask.targetFile(), content));
        return files;
    }

    void write(Path folder) throws IOException {
        write(folder, files());
        write(folder, Blueprint.acceptanceTests(discovery, tests));
    }

    /** The wave of each task: one more than the highest of those that it depends on. */
    Map<UUID, Integer> waves() {
        Map<UUID, Integer> waves = new HashMap<>();
        plan.tasks()
                .forEach(t -> waves.put(
                        t.id(),
                        1 + t.dependsOn().stream().mapToInt(waves::get).max().orElse(0)));
        return waves;
    }

    /** The wave from which a test is due. */
    int due(TestSpecification test) {
        Map<UUID, Integer> waves = waves();
        return test.tasks().stream().mapToInt(waves::get).max().orElseThrow();
    }

    /** The tree as it is after a wave. */
    Map<String, String> filesAfter(int wave) {
        Map<UUID, Integer> waves = waves();
        Map<String, String> all = files();
        Map<String, String> files = new LinkedHashMap<>();
        plan.tasks()
                .filter(t -> waves.get(t.id()) <= wave)
                .forEach(t -> t.targetFiles().forEach(f -> files.put(f, all.get(f))));
        return files;
    }

    static void write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** Writes the tree of an example to a folder, to be looked at: {@code Tree library.md /tmp/library}. */
    public static void main(String[] arguments) throws IOException {
        ofExample(arguments[0]).write(Path.of(arguments[1]));
    }
}
