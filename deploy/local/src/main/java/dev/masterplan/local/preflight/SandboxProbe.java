package dev.masterplan.local.preflight;

import static dev.masterplan.local.preflight.Finding.Subject.PYTHON;
import static dev.masterplan.local.preflight.Finding.Subject.SANDBOX;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tries the sandbox by running it with the very flags the execution service uses, and asks the Python inside for its
 * version: containers and masked kernels break a sandbox whose program is installed.
 */
final class SandboxProbe {

    private static final String FLAGS = "execution-service/src/main/resources/sandbox/bubblewrap.args";
    private static final String CURE =
            "install bubblewrap: apt-get install bubblewrap (and allow user namespaces where they are switched off)";
    private static final String PYTHON_CURE = "install Python 3.9 or newer under /usr: apt-get install python3";
    private static final String UNPRIVILEGED = "65532";
    private static final Map<String, String> LIMITS = Map.of(
            "processes", "64",
            "file_bytes", "1048576",
            "memory_bytes", "536870912",
            "cpu_seconds", "5",
            "open_files", "64",
            "tmp_bytes", "1048576",
            "uid", UNPRIVILEGED,
            "gid", UNPRIVILEGED);
    private static final List<String> QUESTION = List.of(
            "/usr/bin/python3",
            "-I",
            "-c",
            "import sqlite3, http.server, sys; print('%d.%d.%d' % sys.version_info[:3])");

    private final Path root;

    SandboxProbe(Path root) {
        this.root = root;
    }

    /** One finding about the sandbox, one about the Python that it shows. */
    List<Finding> examine() {
        Optional<Path> bubblewrap = Command.onPath("bwrap");
        if (bubblewrap.isEmpty()) {
            return List.of(Finding.fail(SANDBOX, "no bubblewrap on the PATH", CURE));
        }
        if (!Files.isExecutable(Path.of("/usr/bin/python3"))) {
            return List.of(Finding.fail(PYTHON, "no /usr/bin/python3", PYTHON_CURE));
        }
        Path folder = null;
        try {
            folder = worldReadableFolder();
            return judge(Command.runWithEmptyEnvironment(arguments(bubblewrap.get(), folder)));
        } catch (IOException e) {
            return List.of(Finding.fail(SANDBOX, "no folder to try the sandbox in: " + e.getMessage(), CURE));
        } finally {
            remove(folder);
        }
    }

    private static List<Finding> judge(Optional<Command.Result> result) {
        String output = result.map(Command.Result::firstLine).orElse("no answer within two seconds");
        if (result.isEmpty() || !result.get().passed()) {
            boolean importFailed = output.startsWith("Traceback");
            return List.of(
                    importFailed
                            ? Finding.fail(
                                    PYTHON, "the Python in the sandbox lacks sqlite3 or http.server", PYTHON_CURE)
                            : Finding.fail(SANDBOX, "bubblewrap does not work here: " + output, CURE));
        }
        Finding python = Machine.atLeast(output, 3, 9, 0)
                ? Finding.ok(PYTHON, "python " + output)
                : Finding.fail(PYTHON, "python " + output + " is older than 3.9", PYTHON_CURE);
        return List.of(Finding.ok(SANDBOX, "bubblewrap"), python);
    }

    private List<String> arguments(Path bubblewrap, Path folder) throws IOException {
        boolean asRoot = "root".equals(System.getProperty("user.name"));
        Set<String> conditions = asRoot ? Set.of("root") : Set.of();
        List<String> arguments = new ArrayList<>();
        for (String line : Files.readAllLines(root.resolve(FLAGS))) {
            String argument = line.strip();
            if (argument.startsWith("?")) {
                int space = argument.indexOf(' ');
                argument = conditions.contains(argument.substring(1, space))
                        ? argument.substring(space + 1).strip()
                        : "";
            }
            if (argument.equals("{command}")) {
                arguments.addAll(QUESTION);
            } else if (!argument.isEmpty() && !argument.startsWith("#") && !argument.equals("{env}")) {
                arguments.add(fill(argument, bubblewrap, folder));
            }
        }
        return arguments;
    }

    private static String fill(String argument, Path bubblewrap, Path folder) {
        String filled = argument.replace("{bwrap}", bubblewrap.toString())
                .replace("{etc}", folder.resolve("etc").toString())
                .replace("{workspace}", folder.resolve("workspace").toString());
        for (Map.Entry<String, String> limit : LIMITS.entrySet()) {
            filled = filled.replace("{" + limit.getKey() + "}", limit.getValue());
        }
        return filled;
    }

    /** Outside any home, because the account that root steps down to can't read those. */
    private static Path worldReadableFolder() throws IOException {
        Path base = Files.isDirectory(Path.of("/var/tmp")) ? Path.of("/var/tmp") : Path.of("/tmp");
        Path folder = Files.createTempDirectory(base, "masterplan-probe");
        for (Path each : List.of(folder, folder.resolve("etc"), folder.resolve("workspace"))) {
            Files.createDirectories(each);
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return folder;
    }

    private static void remove(Path folder) {
        if (folder != null) {
            for (String name : List.of("etc", "workspace", "")) {
                folder.resolve(name).toFile().delete();
            }
        }
    }
}
