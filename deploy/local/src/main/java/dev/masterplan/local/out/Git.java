package dev.masterplan.local.out;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Calls git in one folder; hooks and a person's own settings have no say. */
final class Git {

    private final Path folder;

    Git(Path folder) {
        this.folder = folder;
    }

    /** @param passed exit status was 0; @param output both streams, trimmed */
    record Answer(boolean passed, String output) {
        /** Why it refused, in one line. */
        String reason() {
            List<String> lines = output.lines().toList();
            return lines.stream()
                    .filter(line -> line.startsWith("fatal: ") || line.startsWith("error: "))
                    .findFirst()
                    .or(() -> lines.stream().findFirst())
                    .orElse("no reason given");
        }
    }

    Answer ask(String... words) {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "core.hooksPath=/dev/null", "-c", "advice.detachedHead=false", "-C", folder.toString()));
        command.addAll(List.of(words));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            builder.environment().put("GIT_TERMINAL_PROMPT", "0");
            builder.environment().keySet().removeIf(name -> name.equals("GIT_DIR") || name.equals("GIT_WORK_TREE"));
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Answer(process.waitFor() == 0, output);
        } catch (IOException e) {
            throw new OutException("git can't be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutException("interrupted");
        }
    }

    /** What git printed. @throws OutException when it refused */
    String must(String... words) {
        Answer answer = ask(words);
        if (!answer.passed()) {
            throw new OutException("git " + words[0] + " in " + folder + ": " + answer.reason());
        }
        return answer.output();
    }
}
