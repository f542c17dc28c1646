package dev.masterplan.execution.acceptance;

import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** An {@code acceptance/run} that keeps the contract and does to each test what its name here says. */
final class SmallRunner {

    private static final String RUN = """
            import argparse, json, os, sys, time
            parser = argparse.ArgumentParser()
            for name in ("--report", "--target", "--only", "--jobs"):
                parser.add_argument(name)
            options = parser.parse_args()
            if options.target != "program":
                options.jobs = "stub"
            behaviour = json.load(open("acceptance/behaviour.json"))
            cases = []
            for test in options.only.split(","):
                kind = behaviour[test]
                good = f'<testcase name="{test}" time="0.1"><system-out>good</system-out></testcase>'
                bad = f'<testcase name="{test}"><failure type="assertion" message="bad">seen</failure></testcase>'
                if kind == "good":
                    cases.append(good)
                elif kind == "bad":
                    cases.append(bad)
                elif kind == "good when alone":
                    cases.append(good if options.jobs == "1" else bad)
                elif kind == "red on stubs only":
                    cases.append(bad if options.jobs == "stub" else good)
                elif kind == "error":
                    cases.append(f'<testcase name="{test}"><error type="not-run" message="refused"/></testcase>')
                elif kind == "skipped":
                    cases.append(f'<testcase name="{test}"><skipped/></testcase>')
                elif kind == "twice":
                    cases.append(good + good)
                elif kind == "ends the run":
                    os._exit(0)
                elif kind.startswith("good from "):
                    wait = float(kind[10:]) - time.time()
                    time.sleep(max(0, wait))
                    cases.append(bad if wait > 0 else good)
            open(options.report, "w").write("<testsuite>" + "".join(cases) + "</testsuite>")
            sys.exit(0)
            """;

    private final Map<String, String> behaviour = new LinkedHashMap<>();
    private final List<TestSpecification> tests = new ArrayList<>();

    SmallRunner test(String id, String kind) {
        return test(id, kind, false);
    }

    SmallRunner timed(String id, String kind) {
        return test(id, kind, true);
    }

    private SmallRunner test(String id, String kind, boolean timed) {
        behaviour.put(id, kind);
        tests.add(new TestSpecification(
                id, new UUID(0, 1), "R-001", Priority.MUST, "case", "given", "when", "then", List.of(), timed));
        return this;
    }

    List<TestSpecification> tests() {
        return tests;
    }

    Map<String, String> files() {
        String json = behaviour.entrySet().stream()
                .map(entry -> "\"%s\": \"%s\"".formatted(entry.getKey(), entry.getValue()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        return Map.of("acceptance/run", RUN, "acceptance/behaviour.json", "{" + json + "}");
    }

    Map<String, byte[]> tree() {
        Map<String, byte[]> tree = new TreeMap<>();
        files().forEach((path, content) -> tree.put(path, ExampleProgram.bytes(content)));
        return tree;
    }

    Manifest manifest() {
        return Manifest.of(tests, tree());
    }
}
