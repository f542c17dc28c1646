package dev.masterplan.execution.memory;

import dev.masterplan.execution.acceptance.Certificate;
import dev.masterplan.execution.acceptance.Manifest;
import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.workspace.FileVersion;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of a run: the newest version of each, and what each atom left behind. */
final class RunFiles {

    private final RunPlan plan;
    private final FileVersion[] outputs;
    private final Map<String, FileVersion> newest = new TreeMap<>();
    private final Map<String, FileVersion> originals = new HashMap<>();
    private final List<Certificate.Correction> corrections = new ArrayList<>();

    RunFiles(RunPlan plan) {
        this.plan = plan;
        this.outputs = new FileVersion[plan.atoms().size()];
    }

    void wrote(Atom atom, FileVersion file) {
        outputs[atom.no()] = file;
        keep(file);
    }

    void keep(FileVersion file) {
        originals.putIfAbsent(file.path(), file);
        newest.merge(file.path(), file, (a, b) -> a.version() > b.version() ? a : b);
    }

    /** A person corrected that test: its file as it was first and as it is now. */
    void corrected(String testId, String path, String by, String reason) {
        String before = originals.get(path).text();
        corrections.add(new Certificate.Correction(
                testId, path, by, reason, before, newest.get(path).text()));
    }

    List<Certificate.Correction> corrections() {
        return List.copyOf(corrections);
    }

    FileVersion file(String path) {
        return newest.get(path);
    }

    List<FileVersion> tree() {
        return List.copyOf(newest.values());
    }

    Map<String, byte[]> contents() {
        Map<String, byte[]> contents = new TreeMap<>();
        newest.forEach((path, file) -> contents.put(path, file.content()));
        return contents;
    }

    Manifest manifest() {
        Map<String, String> hashes = new TreeMap<>();
        newest.values().stream()
                .filter(f -> f.path().startsWith("acceptance/"))
                .forEach(f -> hashes.put(f.path(), f.sha256()));
        return new Manifest(
                hashes,
                plan.tests().stream()
                        .map(t -> new Manifest.Listed(t.id(), t.requirementKey(), t.priority(), t.timed()))
                        .toList());
    }

    String testFile(TestSpecification test) {
        return TestFiles.of(test, newest.keySet());
    }

    int nextVersion(String path) {
        FileVersion now = newest.get(path);
        return now == null ? 1 : now.version() + 1;
    }

    Map<String, byte[]> snapshot(Atom atom) {
        Map<String, FileVersion> seen = new HashMap<>();
        plan.graph().closure(atom.no()).stream()
                .filter(a -> a != atom.no() && outputs[a] != null)
                .mapToObj(a -> outputs[a])
                .forEach(f -> seen.merge(f.path(), f, (a, b) -> a.version() > b.version() ? a : b));
        Map<String, byte[]> contents = new HashMap<>();
        seen.forEach((path, file) -> contents.put(path, file.content()));
        contents.remove(atom.file());
        return contents;
    }
}
