package dev.masterplan.execution.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.masterplan.execution.sandbox.Sandbox;
import dev.masterplan.execution.sandbox.SandboxFolder;
import dev.masterplan.execution.sandbox.SandboxResult;
import dev.masterplan.execution.sandbox.SandboxSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** One sandboxed run of the acceptance runner. Only an answer behind this run's nonce is believed. */
final class GateRun {

    private static final String PYTHON = "/usr/bin/python3";
    private static final int OUTPUT_BYTES = 12 * 1024 * 1024;
    private static final int NONCE_BYTES = 16;
    private static final int TAIL = 500;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DRIVER = driver();

    private final Sandbox sandbox;
    private final AcceptanceSettings settings;

    GateRun(Sandbox sandbox, AcceptanceSettings settings) {
        this.sandbox = sandbox;
        this.settings = settings;
    }

    /**
     * What to run.
     *
     * @param target {@code program}, {@code stub-404} or {@code stub-200}
     * @param only   ids of the tests; empty = no test
     * @param alone  one test at a time
     * @param build  R-000 as well
     */
    record Request(String target, Collection<String> only, boolean alone, boolean build) {}

    /** @param build null when not asked for; @param trouble why a report is missing, empty when there is one */
    record Answer(TestResult build, JUnitReport report, String trouble) {}

    Answer run(SandboxFolder tree, Request request) {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        SandboxResult result = sandbox.run(new SandboxSpec(
                List.of(PYTHON, "-I", "-S", "-B", "-c", DRIVER, options(request)),
                tree.workspace(),
                null,
                Map.of(),
                nonce + "\n",
                settings.limit(request.only().size()),
                settings.limits(),
                OUTPUT_BYTES));
        return answer(result, nonce, request);
    }

    private String options(Request request) {
        var options = JSON.createObjectNode()
                .put("build", request.build())
                .put("entry", settings.entryPoint())
                .put("module", settings.module())
                .put("start_seconds", settings.startLimit().toSeconds());
        if (request.only().isEmpty()) {
            return options.putNull("arguments").toString();
        }
        List<String> arguments =
                new ArrayList<>(List.of("--target", request.target(), "--only", String.join(",", request.only())));
        if (request.alone()) {
            arguments.addAll(List.of("--jobs", "1"));
        }
        options.set("arguments", JSON.valueToTree(arguments));
        return options.toString();
    }

    private static Answer answer(SandboxResult result, String nonce, Request request) {
        JsonNode said = said(result.stdoutText(), nonce);
        if (said == null) {
            String why = result.ended()
                    ? "the run gave no answer (exit " + result.exit() + ") " + tail(result.stderrText())
                    : result.limitReached();
            TestResult build = new TestResult(BuildTest.ID, false, false, false, why, "", result.durationMs());
            return new Answer(request.build() ? build : null, new JUnitReport(Map.of(), ""), why);
        }
        TestResult build = request.build() ? build(said.path("r000")) : null;
        if (request.only().isEmpty()) {
            return new Answer(build, new JUnitReport(Map.of(), ""), "");
        }
        if (!said.hasNonNull("report")) {
            String why = said.path("trouble").asText("no report") + " " + tail(result.stderrText());
            return new Answer(build, new JUnitReport(Map.of(), ""), why.strip());
        }
        JUnitReport report = JUnitReport.parse(said.get("report").asText());
        return new Answer(build, report, report.trouble());
    }

    private static TestResult build(JsonNode r000) {
        boolean passed = r000.path("passed").asBoolean();
        String text = r000.path("text").asText();
        String first = text.lines().findFirst().orElse("");
        return new TestResult(
                BuildTest.ID,
                passed,
                false,
                true,
                first,
                passed ? "" : text,
                r000.path("ms").asLong());
    }

    private static JsonNode said(String stdout, String nonce) {
        String line = stdout.lines()
                .filter(any -> any.startsWith(nonce + " "))
                .findFirst()
                .orElse(null);
        try {
            return line == null ? null : JSON.readTree(line.substring(nonce.length() + 1));
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static String tail(String text) {
        String stripped = text.strip();
        return stripped.length() <= TAIL ? stripped : "…" + stripped.substring(stripped.length() - TAIL);
    }

    private static String driver() {
        try (InputStream in = GateRun.class.getResourceAsStream("/acceptance/gate.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
