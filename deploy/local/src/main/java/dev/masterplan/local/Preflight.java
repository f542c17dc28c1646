package dev.masterplan.local;

import dev.masterplan.local.flow.Brief;
import dev.masterplan.local.flow.PlanFiles;
import dev.masterplan.local.flow.StopException;
import dev.masterplan.local.out.OutException;
import dev.masterplan.local.out.OutFolder;
import dev.masterplan.local.out.ResultFile;
import dev.masterplan.local.preflight.Dialog;
import dev.masterplan.local.preflight.Dialog.Outcome;
import dev.masterplan.local.preflight.Finding;
import dev.masterplan.local.preflight.Machine;
import dev.masterplan.local.preflight.Words;
import dev.masterplan.local.show.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks at the machine, and at what was asked for, before anything is built; the start script runs it from source.
 *
 * <p>Exit status: 0 go on, 10 go on without tests, 1 something is missing, 3 the person chose to stop.
 */
public final class Preflight {

    private static final int MISSING = 1;

    private Preflight() {}

    public static void main(String[] arguments) {
        Words words = new Words(List.of(arguments));
        Terminal terminal = Terminal.ofProcess();
        Machine machine = new Machine(Path.of(System.getProperty("masterplan.root", ".")), words.dataFolder());
        System.exit(
                words.command().equals("doctor")
                        ? report(machine.examineEverything())
                        : beforeBuild(terminal, machine, words));
    }

    private static int beforeBuild(Terminal terminal, Machine machine, Words words) {
        ResultFile result = ResultFile.none();
        try {
            if (words.command().equals("build")) {
                result = ResultFile.of(words.value("--json").map(Path::of).orElse(null));
                refuseEarly(words);
            } else if (words.command().equals("import")) {
                words.operand().map(Path::of).ifPresent(PlanFiles::read);
            }
        } catch (StopException | OutException e) {
            terminal.error(e.getMessage());
            result.writeWithoutResult("ERROR", e.getMessage());
            return MISSING;
        }
        List<Finding> findings = new ArrayList<>(machine.examineForBuild());
        if (List.of("build", "up", "resume", "verify").contains(words.command())) {
            findings.addAll(machine.examineForRun());
        }
        boolean asksForTests = words.command().equals("build") && !words.has("--without-tests");
        Outcome outcome =
                new Dialog(terminal, machine::examineSandbox, words.has("--yes"), !asksForTests).settle(findings);
        switch (outcome) {
            case QUIT -> result.writeWithoutResult("CANCELLED", "stopped, nothing was built");
            case MISSING ->
                result.writeWithoutResult("ERROR", "this machine lacks something: ./masterplan doctor says what");
            case GO, GO_WITHOUT_TESTS -> {}
        }
        boolean chosenNow = asksForTests && outcome == Outcome.GO_WITHOUT_TESTS;
        return outcome.goesOn() && !chosenNow ? 0 : outcome.exitStatus();
    }

    /** What would be refused after the build is refused before it. */
    private static void refuseEarly(Words words) {
        words.operand().map(Path::of).ifPresent(brief -> {
            if (PlanFiles.at(brief)) {
                PlanFiles.read(brief);
            } else {
                Brief.read(brief);
            }
        });
        words.value("--out").ifPresent(out -> OutFolder.openNew(Path.of(out)));
    }

    private static int report(List<Finding> findings) {
        for (Finding finding : findings) {
            String mark = switch (finding.level()) {
                case OK -> "ok  ";
                case LESS -> "less";
                case FAIL -> "MISS";
            };
            String subject = finding.subject().name().toLowerCase(Locale.ROOT);
            System.out.printf("%s  %-8s %s%n", mark, subject, finding.text());
            if (!finding.cure().isEmpty()) {
                System.out.printf("                → %s%n", finding.cure());
            }
        }
        return findings.stream().anyMatch(Finding::failed) ? MISSING : 0;
    }
}
