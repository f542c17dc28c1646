package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.local.endtoend.RunningProduct.Ended;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program in a real terminal, and the person at its keys. */
final class PseudoTerminal implements AutoCloseable {

    static final String CTRL_C = "\u0003";

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    /** Ctrl-C reaches the program as in a terminal, also where the tests themselves run with SIGINT ignored. */
    private static final String SPAWN = "import os, pty, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL);"
            + " sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))";

    private final Process process;
    private final StringBuffer shown = new StringBuffer();
    private final Thread reader;
    private int answered;

    private PseudoTerminal(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    static PseudoTerminal start(Path folder, List<String> command, Map<String, String> environment) {
        List<String> line = new ArrayList<>(List.of("/usr/bin/python3", "-c", SPAWN));
        line.addAll(command);
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().put("TERM", "xterm");
            builder.environment().put("NO_COLOR", "1");
            builder.environment().putAll(environment);
            return new PseudoTerminal(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (InputStream output = process.getInputStream()) {
            byte[] bytes = new byte[4096];
            for (int count = output.read(bytes); count >= 0; count = output.read(bytes)) {
                shown.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            shown.append(e);
        }
    }

    /** Waits until that text is on the screen, after what was answered last. */
    PseudoTerminal awaitText(String text) {
        await().atMost(PATIENCE)
                .failFast(() -> {
                    assertThat(reader.isAlive() || has(text)).as(shown()).isTrue();
                })
                .until(() -> has(text));
        return this;
    }

    private boolean has(String text) {
        return shown.indexOf(text, answered) >= 0;
    }

    PseudoTerminal type(String keys) {
        try {
            answered = shown.length();
            process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String shown() {
        return shown.toString();
    }

    Ended awaitEnd() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as(shown.toString())
                    .isTrue();
            reader.join();
            return new Ended(process.exitValue(), shown.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Takes the terminal away: whatever still runs in it gets a hang-up. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
