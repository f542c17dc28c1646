package dev.masterplan.local.preflight;

import dev.masterplan.local.preflight.Finding.Subject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks what to do where the machine lacks something, before anything is built. */
public final class Dialog {

    private final boolean yes;
    private final boolean withoutTests;

    /** @param yes the person agreed to every offer beforehand; @param withoutTests and chose to go on without tests */
    public Dialog(boolean yes, boolean withoutTests) {
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
                System.err.println("masterplan: " + finding.text() + "; " + finding.cure());
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
        if (System.console() == null || !System.console().isTerminal()) {
            System.err.println("masterplan: " + finding.text() + "; " + finding.cure()
                    + ", or go on without tests: --without-tests");
            return Outcome.MISSING;
        }
        return ask(finding);
    }

    private Outcome ask(Finding finding) {
        String offer = canInstall() ? "[i]nstall bubblewrap, " : "";
        System.out.println(finding.text() + (canInstall() ? "" : " (" + finding.cure() + ")"));
        System.out.print("no sandbox here, tests can't run: " + offer + "[g]o on without tests, [q]uit? ");
        System.out.flush();
        return switch (readWord()) {
            case "i" -> canInstall() ? install() : Outcome.QUIT;
            case "g" -> Outcome.GO_WITHOUT_TESTS;
            default -> Outcome.QUIT;
        };
    }

    private static boolean canInstall() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    private static Outcome install() {
        System.out.println("installing bubblewrap with apt-get");
        boolean done = runVisibly("apt-get", "update", "-qq")
                && runVisibly("apt-get", "install", "-y", "-qq", "--no-install-recommends", "bubblewrap");
        Optional<Path> installed = done ? Command.onPath("bwrap") : Optional.empty();
        if (installed.isEmpty()) {
            System.err.println("masterplan: bubblewrap could not be installed");
            return Outcome.MISSING;
        }
        return Outcome.GO;
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

    private static String readWord() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return line == null || line.isBlank()
                    ? "q"
                    : line.strip().substring(0, 1).toLowerCase();
        } catch (IOException e) {
            return "q";
        }
    }
}
