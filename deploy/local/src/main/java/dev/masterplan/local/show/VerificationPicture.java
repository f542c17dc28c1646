package dev.masterplan.local.show;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.local.client.Views.Verification;
import dev.masterplan.local.client.Views.VerifiedTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which sentences of the brief hold in a folder, and which do not. */
public final class VerificationPicture {

    private final Terminal terminal;

    public VerificationPicture(Terminal terminal) {
        this.terminal = terminal;
    }

    public void show(String folder, Verification verification) {
        Map<String, List<VerifiedTest>> bySentence = verification.tests().stream()
                .collect(Collectors.groupingBy(VerifiedTest::requirementKey, LinkedHashMap::new, Collectors.toList()));
        bySentence.values().forEach(this::sentence);
        long passed = verification.tests().stream().filter(VerifiedTest::passed).count();
        String verdict = verification.passed() ? terminal.good("Every sentence holds") : terminal.bad("Broken");
        terminal.line("%s in %s: %d of %d tests passed"
                .formatted(verdict, folder, passed, verification.tests().size()));
        if (verification.acceptanceDiffers()) {
            terminal.line(terminal.warning("  the folder's own acceptance/ was changed; it was not used"));
        }
        certificate(verification.certificate());
    }

    private void sentence(List<VerifiedTest> tests) {
        boolean holds = tests.stream().allMatch(VerifiedTest::passed);
        VerifiedTest first = tests.getFirst();
        String line = "  %s %-6s \"%s\"".formatted(first.requirementKey(), first.priority(), first.sentence());
        terminal.line((holds ? terminal.good("ok ") : terminal.bad("RED")) + (holds ? line : terminal.bad(line)));
        tests.stream().filter(test -> !test.passed()).forEach(test -> {
            terminal.line("        " + test.id() + ": " + test.text());
            if (test.evidence() != null && !test.evidence().isBlank()) {
                test.evidence().lines().limit(8).forEach(each -> terminal.line("          " + each));
            }
        });
    }

    private void certificate(JsonNode certificate) {
        if (certificate == null || !certificate.isObject()) {
            return;
        }
        terminal.line("Certificate of the run");
        certificate.properties().stream()
                .filter(entry -> entry.getValue().isValueNode())
                .forEach(entry -> terminal.line("  %-18s %s"
                        .formatted(
                                entry.getKey().replace('_', ' '),
                                entry.getValue().asText())));
    }
}
