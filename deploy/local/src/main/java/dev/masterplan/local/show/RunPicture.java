package dev.masterplan.local.show;

import dev.masterplan.local.client.Views.Execution;
import dev.masterplan.local.client.Views.Gate;
import dev.masterplan.local.client.Views.LastTest;
import dev.masterplan.local.client.Views.Wave;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A run as it goes: a bar per wave, a line per gate; each is said once. */
public final class RunPicture {

    private static final int NAME_WIDTH = 22;

    private final Terminal terminal;
    private final Set<Integer> wavesSaid = new HashSet<>();
    private final Set<String> gatesSaid = new HashSet<>();

    public RunPicture(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Says what is new. */
    public void show(Execution run, List<Wave> waves) {
        for (Wave wave : waves) {
            if (wave.done() && wavesSaid.add(wave.number())) {
                terminal.line(waveLine(wave, run.totalWaves()));
            }
            for (Gate gate : wave.gates()) {
                if (gatesSaid.add(wave.number() + ":" + gate.round())) {
                    terminal.line(gateLine(gate, run.lastTest()));
                }
            }
        }
        terminal.live(waves.stream()
                .filter(wave -> "RUNNING".equals(wave.state()))
                .findFirst()
                .map(wave -> waveLine(wave, run.totalWaves()))
                .orElse(stateLine(run)));
    }

    private static String stateLine(Execution run) {
        return switch (run.state()) {
            case "PREPARING" -> "Preparing: atoms, waves, acceptance tests";
            case "RUNNING" -> "Running";
            default -> "";
        };
    }

    private String waveLine(Wave wave, int total) {
        int done = wave.atoms().completed();
        String name = wave.name() == null ? "" : wave.name();
        String shown = name.length() > NAME_WIDTH ? name.substring(0, NAME_WIDTH - 1) + "…" : name;
        String bar = Bar.of(done, wave.atoms().total());
        String counts = "%d/%d".formatted(done, wave.atoms().total());
        int failed = wave.atoms().failed();
        return "Wave %2d/%d  %s %s %-7s retries %d%s"
                .formatted(
                        wave.number(),
                        total,
                        "%-22s".formatted(shown),
                        failed > 0 ? terminal.bad(bar) : terminal.good(bar),
                        counts,
                        wave.retries(),
                        failed > 0 ? terminal.bad("   failed " + failed) : "");
    }

    private String gateLine(Gate gate, LastTest last) {
        boolean open = "OPEN".equals(gate.verdict()) || "NOT_APPLICABLE".equals(gate.verdict());
        String round = gate.round() > 1 ? "   round " + gate.round() : "";
        String line = "  Gate S   %s%s   due %d of %d   MUST %d/%d  SHOULD %d/%d"
                .formatted(
                        open ? terminal.good(gate.verdict()) : terminal.bad(gate.verdict()),
                        round,
                        gate.due(),
                        gate.of(),
                        gate.mustPassed(),
                        gate.mustTotal(),
                        gate.shouldPassed(),
                        gate.shouldTotal());
        if (!open && gate.failureReason() != null) {
            return line + "   " + terminal.bad(gate.failureReason());
        }
        return last == null ? line : line + terminal.faint(lastTest(last));
    }

    private static String lastTest(LastTest last) {
        return "   last: %s %s  %d ms".formatted(last.requirementKey(), last.text(), last.durationMs());
    }
}
