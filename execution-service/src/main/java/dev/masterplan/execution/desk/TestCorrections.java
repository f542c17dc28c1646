package dev.masterplan.execution.desk;

import dev.masterplan.execution.acceptance.Preparation;
import dev.masterplan.execution.command.CommandBody;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.workspace.FileVersion;
import dev.masterplan.messaging.plan.TestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A person corrects a test: with a reason, red on both stubs again; old and new stand on the certificate. */
final class TestCorrections {

    private final RunEngine engine;
    private final RunMemory memory;

    TestCorrections(RunEngine engine, RunMemory memory) {
        this.engine = engine;
        this.memory = memory;
    }

    Outcome apply(CommandBody body, String by) {
        TestSpecification test = memory.plan().tests().stream()
                .filter(t -> t.id().equals(body.testId()))
                .findFirst()
                .orElse(null);
        if (test == null) {
            return Outcome.refused("there is no test " + body.testId());
        }
        if (body.code() == null || body.reason() == null || body.reason().isBlank()) {
            return Outcome.refused("code and reason are needed");
        }
        String path = memory.testFile(test);
        if (path == null) {
            return Outcome.refused("the test has no file");
        }
        List<TestSpecification> sameFile = memory.plan().tests().stream()
                .filter(t -> path.equals(memory.testFile(t)))
                .toList();
        return switch (engine.tools().suite().prepare(sameFile, with(path, body.code()))) {
            case Preparation.NotWritten not -> Outcome.refused(not.reason());
            case Preparation.Prepared red -> write(test, path, body, by);
        };
    }

    private Outcome write(TestSpecification test, String path, CommandBody body, String by) {
        byte[] code = body.code().getBytes(StandardCharsets.UTF_8);
        FileVersion file = FileVersion.ofPerson(path, memory.nextVersion(path), code, 0);
        var corrected = new Transition.TestCorrected(memory.ref(), test.id(), file, by, body.reason(), Says.nothing());
        return Outcome.done(List.of(corrected));
    }

    private Map<String, String> with(String path, String code) {
        Map<String, String> files = new TreeMap<>();
        memory.tree().stream()
                .filter(f -> f.path().startsWith("acceptance/"))
                .forEach(f -> files.put(f.path(), f.text()));
        files.put(path, code);
        return files;
    }
}
