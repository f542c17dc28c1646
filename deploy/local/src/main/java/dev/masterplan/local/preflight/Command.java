package dev.masterplan.local.preflight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a short command of the machine and reads what it printed; never waits longer than two seconds. */
final class Command {

    private static final long SECONDS = 2;

    private Command() {}

    /** @param status exit status; @param output standard output and error together, trimmed */
    record Result(int status, String output) {
        boolean passed() {
            return status == 0;
        }

        String firstLine() {
            return output.lines().findFirst().orElse("");
        }
    }

    /** Empty when the program does not exist or does not end in time. */
    static Optional<Result> run(List<String> words) {
        return run(new ProcessBuilder(words));
    }

    /** The same with nothing of this process's environment. */
    static Optional<Result> runWithEmptyEnvironment(List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().clear();
        return run(builder);
    }

    private static Optional<Result> run(ProcessBuilder builder) {
        Path output = null;
        try {
            output = Files.createTempFile("masterplan", ".out");
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String text = Files.readString(output, StandardCharsets.UTF_8).strip();
            return Optional.of(new Result(process.exitValue(), text));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            deleteQuietly(output);
        }
    }

    /** The program of that name on the PATH. */
    static Optional<Path> onPath(String name) {
        String path = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        for (String folder : path.split(":")) {
            Path program = Path.of(folder.isEmpty() ? "." : folder, name);
            if (Files.isExecutable(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    private static void deleteQuietly(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
