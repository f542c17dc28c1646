package dev.masterplan.blueprint;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Prints how the blueprint reads a brief: {@code Readings library.md}. */
final class Readings {

    private Readings() {}

    public static void main(String[] arguments) throws IOException {
        String brief = Files.readString(Path.of("../../docs/examples", arguments[0]));
        Discovery discovery = Blueprint.read(new UUID(0, 1), brief);
        discovery.aggregates().forEach(a -> {
            System.out.println(a.name() + " /" + a.path() + " " + (a.lifecycle() == null ? "" : a.lifecycle()));
            a.fields().forEach(f -> System.out.println("    " + f));
        });
        for (Requirement r : discovery.requirements()) {
            System.out.println(r.key() + " " + r.priority() + " line "
                    + r.source().line() + " " + r.coverage().state() + " " + r.sentence());
            System.out.println(
                    "      " + Blueprint.form(r).map(Object::toString).orElse("-"));
        }
        System.out.println(discovery.questions() + " " + discovery.assumptions());
        Tree tree = Tree.of(brief);
        java.util.Map<UUID, Integer> waves = new java.util.HashMap<>();
        tree.plan()
                .tasks()
                .forEach(t -> waves.put(
                        t.id(),
                        1 + t.dependsOn().stream().mapToInt(waves::get).max().orElse(0)));
        tree.plan()
                .tasks()
                .forEach(t -> System.out.println(waves.get(t.id()) + " " + t.number() + " " + t.name() + " "
                        + t.subtasks().size() + " needs "
                        + t.dependsOn().stream()
                                .map(d -> tree.plan()
                                        .tasks()
                                        .filter(x -> x.id().equals(d))
                                        .findFirst()
                                        .orElseThrow()
                                        .number())
                                .toList()));
        System.out.println(tree.plan().tasks().count() + " tasks, "
                + tree.plan().tasks().mapToInt(t -> t.subtasks().size()).sum() + " subtasks, due per wave "
                + new java.util.TreeMap<>(tree.tests().stream()
                        .collect(java.util.stream.Collectors.groupingBy(
                                t -> t.tasks().stream()
                                        .mapToInt(waves::get)
                                        .max()
                                        .orElse(0),
                                java.util.stream.Collectors.counting()))));
    }
}
