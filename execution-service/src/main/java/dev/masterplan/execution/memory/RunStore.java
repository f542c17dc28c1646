package dev.masterplan.execution.memory;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.atom.AtomStatus;
import dev.masterplan.execution.atom.AttemptKey;
import dev.masterplan.execution.atom.Start;
import dev.masterplan.execution.journal.Sql;
import dev.masterplan.execution.memory.Judgements.Judged;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.validation.ValidatorResult;
import dev.masterplan.execution.workspace.FileVersion;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.GateResult;
import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.event.RunState;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rebuilds a run from its rows: the only way a run gets into memory, after a crash, a takeover and a cure alike. */
@Singleton
public class RunStore {

    private static final String RUN = "select * from run where no = $1";
    private static final String OUTLINE = """
            select r.*, a.* from run r, lateral (
              select count(*)::int as atoms, count(*) filter (where state = 'COMPLETED')::int as completed,
                coalesce(sum(cost), 0) as spent
              from atom where run_no = r.no) a
            where r.no = $1""";
    private static final String ATOMS = "select * from atom where run_no = $1 order by atom_no";
    private static final String FILES = "select * from file_version where run_no = $1 order by version";
    private static final String GATES = """
            select distinct on (wave) wave, round, verdict, tree_hash,
              exists (select from gate e where e.run_no = g.run_no and e.wave = g.wave and e.round < g.round
                and e.verdict in ('OPEN', 'BLOCKED')) as again
            from gate g where run_no = $1 order by wave, round desc""";
    private static final String TESTS = "select * from acceptance_test where run_no = $1 and state <> 'NOT_DUE'";
    private static final String CORRECTED =
            "select * from acceptance_test where run_no = $1 and corrected_by is not null order by ord";
    private static final String COMMITS = "select * from run_commit where run_no = $1";
    private static final String ATTEMPTS = """
            select distinct on (atom_no) * from attempt where run_no = $1
            order by atom_no, ladder desc, number desc, call desc""";

    private static final String OPEN_CALLS = """
            select * from attempt where run_no = $1 and state = 'ADMITTED' and worst > 0
            order by atom_no, ladder, number, call""";

    private final Pool pool;

    RunStore(Pool pool) {
        this.pool = pool;
    }

    /** A run in memory, or why its plan can't run. */
    public sealed interface Loaded {
        record Ready(RunMemory memory) implements Loaded {}

        record Broken(List<String> problems) implements Loaded {}
    }

    public Loaded load(int runNo) {
        Row row = Sql.rows(pool, RUN, runNo).getFirst();
        RunRef ref = ref(row);
        MasterPlanApproved approved = approved(row);
        return switch (RunPlan.of(ref.id(), approved)) {
            case RunPlan.Result.Broken broken -> new Loaded.Broken(broken.problems());
            case RunPlan.Result.Runs runs ->
                new Loaded.Ready(fill(row, new RunMemory(ref, runs.plan(), RunState.valueOf(row.getString("state")))));
        };
    }

    /** A call that was reserved and never settled. */
    public record OpenCall(int atomNo, AttemptKey key, BigDecimal worst) {}

    /** All of them; while nothing is in flight nobody will settle them. */
    public List<OpenCall> openCalls(int runNo) {
        return Sql.rows(pool, OPEN_CALLS, runNo).stream()
                .map(a -> new OpenCall(a.getInteger("atom_no"), key(a), a.getBigDecimal("worst")))
                .toList();
    }

    /** What each commit of a run is made of, by its id. */
    public Map<String, StoredCommit> commits(int runNo) {
        List<FileVersion> files =
                Sql.rows(pool, FILES, runNo).stream().map(RunStore::version).toList();
        return StoredCommit.of(Sql.rows(pool, COMMITS, runNo), files);
    }

    /** Of a run that can't be loaded: it needs no more than the run's own row. */
    public RunOutline outline(int runNo) {
        return RunOutline.of(Sql.rows(pool, OUTLINE, runNo).getFirst());
    }

    static MasterPlanApproved approved(Row row) {
        return Json.read(row.getBuffer("approved").getBytes(), MasterPlanApproved.class);
    }

    public static RunRef ref(Row row) {
        return new RunRef(
                row.getInteger("no"),
                row.getUUID("id"),
                row.getUUID("masterplan_id"),
                row.getUUID("session_id"),
                row.getString("trace_id"),
                row.getString("traceparent"),
                row.getUUID("owner"));
    }

    private RunMemory fill(Row row, RunMemory memory) {
        int no = memory.ref().no();
        memory.state(memory.state(), row.getString("reason"), row.getString("cure"));
        memory.wave(row.getInteger("wave"));
        memory.head(row.getString("head_commit"));
        if (row.getInteger("total_waves") > 0) {
            memory.markPrepared();
        }
        Map<Integer, Row> attempts = new HashMap<>();
        Sql.rows(pool, ATTEMPTS, no).forEach(a -> attempts.put(a.getInteger("atom_no"), a));
        Sql.rows(pool, ATOMS, no).forEach(a -> atom(memory, a, attempts.get(a.getInteger("atom_no"))));
        Sql.rows(pool, FILES, no).forEach(f -> file(memory, f));
        Sql.rows(pool, GATES, no)
                .forEach(g -> memory.gates()
                        .put(
                                g.getInteger("wave"),
                                new Judged(
                                        g.getInteger("round"),
                                        GateResult.Verdict.valueOf(g.getString("verdict")),
                                        g.getString("tree_hash"),
                                        g.getBoolean("again"))));
        Sql.rows(pool, TESTS, no).forEach(t -> test(memory, t));
        Sql.rows(pool, CORRECTED, no)
                .forEach(t -> memory.corrected(
                        t.getString("test_id"),
                        t.getString("file"),
                        t.getString("corrected_by"),
                        t.getString("correction_reason")));
        return memory;
    }

    private static void test(RunMemory memory, Row row) {
        Buffer evidence = row.getBuffer("evidence");
        Long duration = row.getLong("duration_ms");
        memory.tests()
                .put(
                        row.getString("test_id"),
                        new Transition.TestOutcome(
                                row.getString("test_id"),
                                row.getString("state"),
                                row.getString("text"),
                                evidence == null ? new byte[0] : evidence.getBytes(),
                                duration == null ? 0 : duration));
    }

    private static FileVersion version(Row row) {
        return new FileVersion(
                row.getString("path"),
                row.getInteger("version"),
                row.getString("sha256"),
                row.getBuffer("content").getBytes(),
                row.getInteger("atom_no"),
                "person".equals(row.getString("author")));
    }

    private static void file(RunMemory memory, Row row) {
        FileVersion file = version(row);
        List<Atom> chain = memory.plan().chain(file.path());
        if (file.atomNo() > 0) {
            memory.wrote(memory.plan().atoms().get(file.atomNo() - 1), file);
        } else if (chain.isEmpty()) {
            memory.keep(file);
        } else {
            memory.wrote(chain.getLast(), file);
        }
    }

    private static void atom(RunMemory memory, Row row, Row attempt) {
        Atom atom = memory.plan().atoms().get(row.getInteger("atom_no") - 1);
        AtomState state = AtomState.valueOf(row.getString("state"));
        int ladder = row.getInteger("ladder");
        memory.set(
                atom,
                new AtomStatus(
                        state,
                        row.getString("reason"),
                        ladder,
                        row.getInteger("retries"),
                        row.getInteger("cyclomatic"),
                        row.getBoolean("by_person"),
                        row.getBigDecimal("cost"),
                        attempt == null ? List.of() : validators(attempt),
                        attempt == null ? List.of() : lines(attempt.getBuffer("diagnostics"))));
        memory.scored(atom, row.getDouble("confidence"));
        if (row.getInteger("repair_wave") != null) {
            memory.repairedIn(atom, row.getInteger("repair_wave"));
        }
        if (attempt != null && attempt.getInteger("ladder") == ladder) {
            start(memory, atom, attempt);
        }
    }

    private static void start(RunMemory memory, Atom atom, Row attempt) {
        AttemptKey key = key(attempt);
        switch (attempt.getString("state")) {
            case "ADMITTED" -> memory.startAt(atom.no(), new Start.Admitted(key));
            case "ANSWERED" ->
                memory.startAt(
                        atom.no(),
                        new Start.Answered(key, attempt.getBuffer("answer").getBytes()));
            case "LOST", "WITHDRAWN" -> memory.startAt(atom.no(), new Start.Fresh(key.nextCall()));
            default -> {
                // ended: whoever works on the atom again begins a new ladder
            }
        }
    }

    private static AttemptKey key(Row attempt) {
        return new AttemptKey(attempt.getInteger("ladder"), attempt.getInteger("number"), attempt.getInteger("call"));
    }

    static List<String> lines(Buffer diagnostics) {
        return diagnostics == null || diagnostics.length() == 0
                ? List.of()
                : List.of(new String(diagnostics.getBytes(), StandardCharsets.UTF_8).split("\n"));
    }

    static List<ValidatorResult> validators(Row attempt) {
        String json = attempt.getString("validators");
        return json == null
                ? List.of()
                : Arrays.asList(Json.read(json.getBytes(StandardCharsets.UTF_8), ValidatorResult[].class));
    }
}
