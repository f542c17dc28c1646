package dev.masterplan.local.out;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The file given with {@code --json}: what became of this build, however it ended, and never of an earlier one.
 *
 * <p>Plain Java: the look at the machine writes it, too, before anything is built.
 */
public final class ResultFile {

    private static final String WITHOUT_A_RESULT = """
            {
              "status" : %s,
              "reason" : %s,
              "masterplan_id" : %s,
              "execution_id" : %s,
              "trace_id" : null,
              "waves" : 0,
              "atoms" : { "total" : 0, "completed" : 0, "failed" : 0 },
              "tests" : { "must_total" : 0, "must_passed" : 0, "should_total" : 0, "should_passed" : 0 },
              "gates" : [ ],
              "not_covered" : [ %s ],
              "deferred" : [ ],
              "reviews" : 0,
              "cost_usd" : 0,
              "seconds" : { "stack" : 0.0, "plan" : 0.0, "execute" : 0.0, "total" : 0.0 }
            }
            """;

    private final Path file;
    private boolean written;
    private String masterplanId;
    private String executionId;
    private List<String> notCovered = List.of();

    private ResultFile(Path file) {
        this.file = file;
    }

    /**
     * Says before the work what would fail after it, and removes what an earlier build wrote.
     *
     * @param file null: none was asked for
     */
    public static ResultFile of(Path file) {
        if (file == null) {
            return none();
        }
        if (stream(file)) {
            return new ResultFile(file);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new OutException(file + " can't be written: " + folder + " is no folder for a file");
        }
        try {
            Files.deleteIfExists(Files.isSymbolicLink(file) ? file.toRealPath() : file);
        } catch (IOException e) {
            throw new OutException(file + " can't be written: " + e.getMessage());
        }
        return new ResultFile(file);
    }

    /** True for what is no file to keep, like {@code /dev/stdout}: it stays, and the result is written to it. */
    private static boolean stream(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return Files.exists(file)
                && !Files.isDirectory(file)
                && (!Files.isRegularFile(file) || whole.startsWith("/dev") || whole.startsWith("/proc"));
    }

    /** Keeps nothing. */
    public static ResultFile none() {
        return new ResultFile(null);
    }

    /** From now on there is a plan to name. @param missing keys of the MUST requirements that nothing covers */
    public synchronized void planned(String id, List<String> missing) {
        masterplanId = id;
        notCovered = List.copyOf(missing);
    }

    /** From now on there is a run to name. */
    public synchronized void running(String id) {
        executionId = id;
    }

    /** True when somebody wants to read it. */
    public boolean wanted() {
        return file != null;
    }

    /** @param json the whole content */
    public synchronized void write(String json) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, json, StandardOpenOption.WRITE, stream(file) ? APPEND : CREATE);
            written = true;
        } catch (IOException e) {
            throw new OutException(file + " can't be written: " + e.getMessage());
        }
    }

    /**
     * Writes why there is no result of a run; does nothing where there is one, or another reason came first.
     *
     * @param status REFUSED, CANCELLED, INTERRUPTED or ERROR
     */
    public synchronized void writeWithoutResult(String status, String reason) {
        if (written) {
            return;
        }
        String keys = notCovered.stream().map(ResultFile::quoted).collect(Collectors.joining(", "));
        write(WITHOUT_A_RESULT.formatted(
                quoted(status), quoted(reason), quoted(masterplanId), quoted(executionId), keys));
    }

    private static String quoted(String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
