package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.Blueprint;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.TestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A brief of docs/examples made into a program with its acceptance tests, as the product makes it. */
record Generated(Discovery discovery, List<TestSpecification> specifications, Map<String, String> files) {

    private static final Path EXAMPLES = Path.of("../../docs/examples");
    private static final UUID MESSAGE = new UUID(1, 2);

    static String brief(String name) throws IOException {
        return Files.readString(EXAMPLES.resolve(name + ".md"));
    }

    static Generated ofExample(String name) throws IOException {
        return of(Blueprint.read(MESSAGE, brief(name)));
    }

    static Generated of(Discovery discovery) {
        PlanDocument plan = Blueprint.plan(discovery);
        List<TestSpecification> specifications = Blueprint.specify(discovery, plan);
        Map<String, String> files = new TreeMap<>();
        plan.tasks()
                .flatMap(task -> task.subtasks().stream())
                .map(Subtask::id)
                .forEach(id -> Blueprint.code(discovery, plan, specifications, id)
                        .ifPresent(content -> files.put(file(plan, id), content)));
        files.putAll(Blueprint.acceptanceTests(discovery, specifications));
        return new Generated(discovery, specifications, files);
    }

    private static String file(PlanDocument plan, UUID subtask) {
        return plan.tasks()
                .flatMap(task -> task.subtasks().stream())
                .filter(s -> s.id().equals(subtask))
                .findFirst()
                .orElseThrow()
                .targetFile();
    }

    /** The tree in a new folder below that one. */
    Path lay(Path folder) throws IOException {
        Path root = Files.createDirectories(folder.resolve("tree"));
        AcceptanceRun.lay(root, files);
        return root;
    }
}
