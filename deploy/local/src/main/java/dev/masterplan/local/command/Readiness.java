package dev.masterplan.local.command;

import dev.masterplan.local.flow.Exit;
import dev.masterplan.local.flow.StopException;
import dev.masterplan.local.preflight.Dialog;
import dev.masterplan.local.preflight.Finding;
import dev.masterplan.local.preflight.Machine;
import dev.masterplan.local.show.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The look at the machine before a run, and the first line. */
final class Readiness {

    private final Terminal terminal;

    Readiness(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Says what there is, settles what is not. @return true: go on without tests */
    boolean settle(Path data, boolean yes, boolean withoutTests) {
        Machine machine = new Machine(Path.of(System.getProperty("masterplan.root", ".")), data);
        List<Finding> findings = machine.examineForRun();
        terminal.line(header(findings, data));
        Dialog.Outcome outcome = new Dialog(terminal, machine::examineSandbox, yes, withoutTests).settle(findings);
        if (outcome == Dialog.Outcome.QUIT) {
            throw new StopException(Exit.CANCELLED, "stopped, nothing was built");
        }
        if (!outcome.goesOn()) {
            throw new StopException(Exit.ERROR, "this machine lacks something: ./masterplan doctor says what");
        }
        return outcome == Dialog.Outcome.GO_WITHOUT_TESTS;
    }

    private static String header(List<Finding> findings, Path data) {
        return Stream.of(
                        "masterplan 0.1",
                        "engine: " + text(findings, Finding.Subject.ENGINE),
                        "sandbox: " + text(findings, Finding.Subject.SANDBOX),
                        text(findings, Finding.Subject.PYTHON),
                        "data " + data.toString().replace(System.getProperty("user.home"), "~"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("   "));
    }

    private static String text(List<Finding> findings, Finding.Subject subject) {
        return findings.stream()
                .filter(finding -> finding.subject() == subject)
                .findFirst()
                .map(Finding::text)
                .orElse("");
    }
}
