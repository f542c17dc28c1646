package dev.masterplan.local.show;

import dev.masterplan.local.client.Views.AcceptanceTest;
import dev.masterplan.local.client.Views.Execution;
import dev.masterplan.local.client.Views.TestCounts;
import java.util.List;

/** The last lines of a run. */
public final class EndPicture {

    private final Terminal terminal;

    public EndPicture(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param commits on the folder's branch, 0 when no folder was kept; @param openReviews that wait for a person */
    public void show(Execution run, double seconds, int commits, long openReviews) {
        TestCounts tests = run.tests();
        String head = switch (run.state()) {
            case "COMPLETED" -> terminal.good("Completed");
            case "COMPLETED_WITH_GAPS" -> terminal.warning("Completed with gaps");
            case "BLOCKED" -> terminal.bad("Blocked");
            case "PAUSED" -> terminal.warning("Paused");
            case "CANCELLED" -> terminal.warning("Cancelled");
            default -> terminal.bad("Failed");
        };
        terminal.line("%s in %.0f s.  MUST %d/%d  SHOULD %d/%d   commits %d   reviews %d   not covered: %s%s"
                .formatted(
                        head,
                        seconds,
                        tests.mustPassed(),
                        tests.mustTotal(),
                        tests.shouldPassed(),
                        tests.shouldTotal(),
                        commits,
                        openReviews,
                        names(run.notCovered()),
                        run.deferred().isEmpty() ? "" : "   deferred: " + names(run.deferred())));
        if (run.reason() != null) {
            terminal.line((run.ended() ? "  gaps: " : "  why: ") + run.reason());
        }
        if (run.cure() != null) {
            terminal.line("  cure: " + run.cure());
        }
    }

    /** Requirements that no acceptance test has shown to hold. */
    public void notProved(List<AcceptanceTest> tests) {
        List<String> keys = tests.stream()
                .filter(test -> !test.proves())
                .map(AcceptanceTest::requirementKey)
                .distinct()
                .sorted()
                .toList();
        if (!keys.isEmpty()) {
            terminal.line(terminal.warning("  not proved: " + names(keys)));
        }
    }

    /** What to do with the program now. */
    public void next(String folder, Execution run) {
        terminal.line("  what you asked → what proves it: " + folder + "/requirements.md (sentence, test, files) and "
                + folder + "/.masterplan/certificate.json (results, commits)");
        terminal.line("  run it: cd " + folder + " && PORT=8000 python3 -m app"
                + "   break it and verify it: ./masterplan verify " + folder
                + (run.rehearsal() ? "" : "   see faults: ./masterplan build … --rehearse"));
        terminal.line(terminal.faint("  trace " + run.traceId()));
    }

    private static String names(List<String> keys) {
        return keys.isEmpty() ? "none" : String.join(", ", keys);
    }
}
