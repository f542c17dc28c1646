package dev.masterplan.blueprint.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Runs {@code acceptance/run} in a folder as execution does, and reads its report. */
record AcceptanceRun(int exit, String output, Map<String, Outcome> outcomes) {

    private static final int LONGEST_SECONDS = 120;

    /** @param kind passed, assertion or not-run */
    record Outcome(String kind, String text) {}

    static void lay(Path root, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    static AcceptanceRun of(Path root, String... options) throws Exception {
        Path temporary = Files.createDirectories(root.resolveSibling(root.getFileName() + "-tmp"));
        Path report = temporary.resolve("report.xml");
        Files.deleteIfExists(report);
        List<String> command =
                new ArrayList<>(List.of("python3", "-I", "acceptance/run", "--report", report.toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().put("TMPDIR", temporary.toString());
        Path printed = temporary.resolve("printed.txt");
        Process process = builder.redirectOutput(printed.toFile()).start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the runner hangs: " + Files.readString(printed));
        }
        return new AcceptanceRun(process.exitValue(), Files.readString(printed), outcomes(report));
    }

    private static Map<String, Outcome> outcomes(Path report) throws Exception {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        if (!Files.exists(report)) {
            return outcomes;
        }
        NodeList cases = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element one = (Element) cases.item(i);
            outcomes.put(one.getAttribute("name"), outcome(one));
        }
        return outcomes;
    }

    private static Outcome outcome(Element testcase) {
        for (Node node = testcase.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && !child.getTagName().equals("system-out")) {
                return new Outcome(child.getAttribute("type"), child.getTextContent());
            }
        }
        return new Outcome("passed", testcase.getTextContent().strip());
    }
}
