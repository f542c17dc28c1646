package dev.masterplan.execution.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One look at {@code /proc}: who is whose child and how much memory each holds. */
final class ProcessTree {

    private static final Path PROC = Path.of("/proc");
    private static final long PAGE_BYTES = 4096;
    private static final int PPID = 1;
    private static final int RSS_PAGES = 21;

    private final Map<Long, List<Long>> children = new HashMap<>();
    private final Map<Long, Long> residentBytes = new HashMap<>();

    private ProcessTree() {}

    static ProcessTree look() {
        ProcessTree tree = new ProcessTree();
        try (DirectoryStream<Path> pids = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path pid : pids) {
                tree.add(pid);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return tree;
    }

    /** The process and all that descend from it; inside a process namespace nobody can leave the tree. */
    List<Long> of(long root) {
        List<Long> all = new ArrayList<>();
        Deque<Long> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            long pid = open.pop();
            all.add(pid);
            open.addAll(children.getOrDefault(pid, List.of()));
        }
        return all;
    }

    long residentBytes(long root) {
        return of(root).stream()
                .mapToLong(pid -> residentBytes.getOrDefault(pid, 0L))
                .sum();
    }

    private void add(Path pid) {
        String stat;
        try {
            stat = Files.readString(pid.resolve("stat"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return; // it ended between the listing and the look
        }
        // The name in parentheses may hold anything, even spaces and parentheses.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long id = Long.parseLong(pid.getFileName().toString());
        children.computeIfAbsent(Long.parseLong(fields[PPID]), parent -> new ArrayList<>())
                .add(id);
        residentBytes.put(id, Long.parseLong(fields[RSS_PAGES]) * PAGE_BYTES);
    }
}
