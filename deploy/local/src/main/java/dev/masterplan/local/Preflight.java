package dev.masterplan.local;

import dev.masterplan.local.preflight.Dialog;
import dev.masterplan.local.preflight.Finding;
import dev.masterplan.local.preflight.Machine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks at the machine before anything is built; the start script runs it from source.
 *
 * <p>Exit status: 0 go on, 10 go on without tests, 1 something is missing, 3 the person chose to stop.
 */
public final class Preflight {

    private static final int MISSING = 1;

    private Preflight() {}

    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        Machine machine = new Machine(Path.of(System.getProperty("masterplan.root", ".")), dataFolder(words));
        String command = words.isEmpty() ? "" : words.getFirst();
        System.exit(
                switch (command) {
                    case "doctor" -> report(machine.examineEverything());
                    case "build", "up", "resume", "verify" -> ask(both(machine), words);
                    default -> ask(machine.examineForBuild(), words);
                });
    }

    private static List<Finding> both(Machine machine) {
        List<Finding> findings = new ArrayList<>(machine.examineForBuild());
        findings.addAll(machine.examineForRun());
        return findings;
    }

    private static int ask(List<Finding> findings, List<String> words) {
        return new Dialog(words.contains("--yes"), words.contains("--without-tests"))
                .settle(findings)
                .exitStatus();
    }

    private static int report(List<Finding> findings) {
        for (Finding finding : findings) {
            String mark = switch (finding.level()) {
                case OK -> "ok  ";
                case LESS -> "less";
                case FAIL -> "MISS";
            };
            System.out.printf("%s  %-8s %s%n", mark, finding.subject().name().toLowerCase(), finding.text());
            if (!finding.cure().isEmpty()) {
                System.out.printf("                → %s%n", finding.cure());
            }
        }
        return findings.stream().anyMatch(Finding::failed) ? MISSING : 0;
    }

    /** The folder that {@code --data} names, else the one in the home folder. */
    static Path dataFolder(List<String> words) {
        int at = words.indexOf("--data");
        if (at >= 0 && at + 1 < words.size()) {
            return Path.of(words.get(at + 1)).toAbsolutePath().normalize();
        }
        return words.stream()
                .filter(word -> word.startsWith("--data="))
                .findFirst()
                .map(word -> Path.of(word.substring("--data=".length()))
                        .toAbsolutePath()
                        .normalize())
                .orElse(Path.of(System.getProperty("user.home"), ".masterplan"));
    }
}
