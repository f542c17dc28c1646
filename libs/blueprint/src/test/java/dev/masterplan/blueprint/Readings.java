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
            System.out.println(r.key() + " " + r.priority() + " line " + r.source().line() + " "
                    + r.coverage().state() + " " + r.sentence());
            System.out.println("      " + Blueprint.form(r).map(Object::toString).orElse("-"));
        }
        System.out.println(discovery.questions() + " " + discovery.assumptions());
    }
}
