package dev.masterplan.execution.memory;

import dev.masterplan.execution.acceptance.Certificate;
import dev.masterplan.execution.acceptance.Manifest;
import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.atom.AtomStatus;
import dev.masterplan.execution.atom.AttemptKey;
import dev.masterplan.execution.atom.Start;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.workspace.FileVersion;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.RunState;
import dev.masterplan.messaging.plan.TestSpecification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The state of a run in its owner's process; rebuilt from rows, changed only by the run's driver thread. */
public final class RunMemory {

    private final RunRef ref;
    private final RunPlan plan;
    private final AtomStatus[] atoms;
    private final RunFiles files;
    private final Map<String, Transition.TestOutcome> tests = new HashMap<>();
    private final Judgements gates = new Judgements();
    private final Map<Integer, Start> starts = new HashMap<>();
    private final Map<Integer, Double> confidence = new HashMap<>();
    private final Map<Integer, Integer> repairs = new HashMap<>();
    private boolean prepared;
    private RunState state;
    private String reason;
    private String cure;
    private int wave;
    private String head;

    public RunMemory(RunRef ref, RunPlan plan, RunState state) {
        this.ref = ref;
        this.plan = plan;
        this.state = state;
        atoms = new AtomStatus[plan.atoms().size()];
        Arrays.fill(atoms, AtomStatus.pending());
        plan.atoms().stream()
                .filter(Atom::check)
                .forEach(a -> atoms[a.no()] = atoms[a.no()].to(AtomState.SKIPPED, "for a person: it writes no file"));
        files = new RunFiles(plan);
    }

    public RunRef ref() {
        return ref;
    }

    public RunPlan plan() {
        return plan;
    }

    public AtomStatus atom(Atom atom) {
        return atoms[atom.no()];
    }

    public void set(Atom atom, AtomStatus status) {
        atoms[atom.no()] = status;
    }

    /** The file's latest version becomes what that atom left behind. */
    public void wrote(Atom atom, FileVersion file) {
        files.wrote(atom, file);
    }

    public void keep(FileVersion file) {
        files.keep(file);
    }

    void corrected(String testId, String path, String by, String reason) {
        files.corrected(testId, path, by, reason);
    }

    public List<Certificate.Correction> corrections() {
        return files.corrections();
    }

    public FileVersion file(String path) {
        return files.file(path);
    }

    /** The whole tree, acceptance tests included. */
    public List<FileVersion> tree() {
        return files.tree();
    }

    public Map<String, byte[]> contents() {
        return files.contents();
    }

    /** Which acceptance tests there are, from the service's own rows. */
    public Manifest manifest() {
        return files.manifest();
    }

    /** The file of {@code acceptance/} that holds the test, null when there is none. */
    public String testFile(TestSpecification test) {
        return files.testFile(test);
    }

    public int nextVersion(String path) {
        return files.nextVersion(path);
    }

    /** Files of the atom's dependency closure as those atoms left them, without acceptance tests. */
    public Map<String, byte[]> snapshot(Atom atom) {
        return files.snapshot(atom);
    }

    /** Atoms of a wave by state. */
    public Map<AtomState, Integer> counts(List<Atom> of) {
        Map<AtomState, Integer> counts = new EnumMap<>(AtomState.class);
        of.forEach(a -> counts.merge(atom(a).state(), 1, Integer::sum));
        return counts;
    }

    public int count(AtomState wanted) {
        return counts(plan.atoms()).getOrDefault(wanted, 0);
    }

    /** Completed or skipped: whoever waits for it may begin. */
    public boolean settled(Atom atom) {
        AtomState now = atom(atom).state();
        return now == AtomState.COMPLETED || now == AtomState.SKIPPED;
    }

    public List<Integer> settledAtoms() {
        List<Integer> settled = new ArrayList<>();
        plan.atoms().stream().filter(this::settled).forEach(a -> settled.add(a.no()));
        return settled;
    }

    public Map<String, Transition.TestOutcome> tests() {
        return tests;
    }

    public Judgements gates() {
        return gates;
    }

    /** How sure the last score was, null before the first. */
    public Double confidence(Atom atom) {
        return confidence.get(atom.no());
    }

    void scored(Atom atom, Double score) {
        confidence.put(atom.no(), score);
    }

    /** That wave's repair round has taken the atom's file up, whether it has ended or not. */
    public boolean repaired(Atom atom, int inWave) {
        return repairs.getOrDefault(atom.no(), 0) == inWave;
    }

    public void repairedIn(Atom atom, int inWave) {
        repairs.put(atom.no(), inWave);
    }

    /** Where the work on that atom goes on; asked once. */
    public Start start(Atom atom) {
        Start stored = starts.remove(atom.no());
        return stored == null ? new Start.Fresh(new AttemptKey(atom(atom).ladder(), 1, 1)) : stored;
    }

    /** Its last request has no answer yet: what it may have cost is still reserved. */
    public boolean admitted(Atom atom) {
        return starts.get(atom.no()) instanceof Start.Admitted;
    }

    void startAt(int atomNo, Start start) {
        starts.put(atomNo, start);
    }

    /** Atoms, waves and tests have their rows. */
    public boolean prepared() {
        return prepared;
    }

    /** Where a stopped run goes on: without its atoms and tests it has to be prepared first. */
    public RunState onward() {
        return prepared ? RunState.RUNNING : RunState.PREPARING;
    }

    void markPrepared() {
        prepared = true;
    }

    public RunState state() {
        return state;
    }

    public String reason() {
        return reason;
    }

    public String cure() {
        return cure;
    }

    public void state(RunState next, String why, String how) {
        state = next;
        reason = why;
        cure = how;
    }

    public int wave() {
        return wave;
    }

    public void wave(int number) {
        wave = number;
    }

    public String head() {
        return head;
    }

    public void head(String commit) {
        head = commit;
    }

    public BigDecimal spent() {
        return Arrays.stream(atoms).map(AtomStatus::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
