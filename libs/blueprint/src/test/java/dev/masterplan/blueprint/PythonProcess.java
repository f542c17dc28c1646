package dev.masterplan.blueprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs python3 in a folder and keeps what it printed. */
record PythonProcess(int status, String output) {

    static PythonProcess run(Path folder, String... arguments) throws IOException, InterruptedException {
        return run(Path.of("python3"), folder, arguments);
    }

    static PythonProcess run(Path python, Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of(python.toString()), Stream.of(arguments))
                .toList();
        Path output = Files.createTempFile("python", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running after 60 s: " + command);
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return new PythonProcess(process.exitValue(), text);
    }
}
