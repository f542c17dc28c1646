package dev.masterplan.local.preflight;

import dev.masterplan.local.preflight.Finding.Subject;
import dev.masterplan.local.show.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks what to do where the machine lacks something, before anything is built. */
public final class Dialog {

    private final Terminal terminal;
    private final Supplier<List<Finding>> lookAgain;
    private final boolean yes;
    private final boolean withoutTests;

    /**
     * @param lookAgain    at the sandbox, after it was installed
     * @param yes          the person agreed to every offer beforehand
     * @param withoutTests and chose to go on without tests
     */
    public Dialog(Terminal terminal, Supplier<List<Finding>> lookAgain, boolean yes, boolean withoutTests) {
        this.terminal = terminal;
        this.lookAgain = lookAgain;
        this.yes = yes;
        this.withoutTests = withoutTests;
    }

    /** How it goes on. */
    public enum Outcome {
        GO(0),
        MISSING(1),
        QUIT(3),
        GO_WITHOUT_TESTS(10);

        private final int exitStatus;

        Outcome(int exitStatus) {
            this.exitStatus = exitStatus;
        }

        public int exitStatus() {
            return exitStatus;
        }

        public boolean goesOn() {
            return this == GO || this == GO_WITHOUT_TESTS;
        }
    }

    /** Says what is missing, asks where there is a choice. */
    public Outcome settle(List<Finding> findings) {
        Outcome outcome = Outcome.GO;
        for (Finding finding : findings.stream().filter(Finding::failed).toList()) {
            if (finding.subject() == Subject.SANDBOX) {
                outcome = sandboxMissing(finding);
            } else {
                terminal.error(finding.text() + "; " + finding.cure());
                outcome = Outcome.MISSING;
            }
            if (!outcome.goesOn()) {
                return outcome;
            }
        }
        return outcome;
    }

    private Outcome sandboxMissing(Finding finding) {
        if (withoutTests) {
            return Outcome.GO_WITHOUT_TESTS;
        }
        if (yes && canInstall()) {
            return install();
        }
        if (!terminal.interactive()) {
            terminal.error(finding.text() + "; " + finding.cure() + ", or go on without tests: --without-tests");
            return Outcome.MISSING;
        }
        return ask(finding);
    }

    private Outcome ask(Finding finding) {
        String offer = canInstall() ? "[i]nstall bubblewrap, " : "";
        terminal.line(finding.text() + (canInstall() ? "" : " (" + finding.cure() + ")"));
        String question = "no sandbox here, tests can't run: " + offer + "[g]o on without tests, [q]uit?";
        return switch (terminal.ask(question, "q")) {
            case "i" -> canInstall() ? install() : Outcome.QUIT;
            case "g" -> Outcome.GO_WITHOUT_TESTS;
            default -> Outcome.QUIT;
        };
    }

    private static boolean canInstall() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    private Outcome install() {
        terminal.line("installing bubblewrap with apt-get");
        boolean done = runVisibly("apt-get", "update", "-qq")
                && runVisibly("apt-get", "install", "-y", "-qq", "--no-install-recommends", "bubblewrap");
        if (!done) {
            terminal.error("bubblewrap could not be installed, nothing was built");
            return Outcome.MISSING;
        }
        Optional<Finding> still =
                lookAgain.get().stream().filter(Finding::failed).findFirst();
        still.ifPresent(finding -> terminal.error(finding.text() + "; " + finding.cure()));
        return still.isEmpty() ? Outcome.GO : Outcome.MISSING;
    }

    private static boolean runVisibly(String... words) {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
