package dev.masterplan.execution.journal;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.journal.Statement.Guarded;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.transition.Transition.Commit;
import dev.masterplan.execution.transition.Transition.GateJudged;
import dev.masterplan.execution.transition.Transition.Prepared;
import dev.masterplan.execution.transition.Transition.WaveEnded;
import dev.masterplan.execution.transition.Transition.WaveStarted;
import dev.masterplan.messaging.event.Json;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** SQL of preparation, waves and gates. */
final class WaveSql {

    private static final String PREPARE = """
            update run set state = $2, reason = $3, cure = $4, total_waves = $5, sandbox = $6, head_commit = $7,
              started_at = case when $2 = 'RUNNING' then now() end
            where no = $1 and state in ('PREPARING', 'BLOCKED')""";
    private static final String INSERT_ATOM = """
            insert into atom (run_no, atom_no, id, name, task_id, subtask_id, task_number, subtask_number, wave,
              language, file, complexity, state, reason, trace_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            on conflict do nothing""";
    private static final String INSERT_WAVE = """
            insert into wave (run_no, number, id, name, state, trace_id) values ($1, $2, $3, $4, 'PENDING', $5)
            on conflict do nothing""";
    private static final String INSERT_TEST = """
            insert into acceptance_test (run_no, test_id, ord, due_from_wave, file, state, text, trace_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (run_no, test_id) do update set file = excluded.file, state = excluded.state,
              text = excluded.text""";
    private static final String START_WAVE = """
            update wave set state = 'RUNNING', started_at = coalesce(started_at, now())
            where run_no = $1 and number = $2""";
    private static final String RUN_WAVE = "update run set wave = $2 where no = $1";
    private static final String END_WAVE = """
            update wave set state = $3, round = $4, duration_ms = $5, commit_id = $6
            where run_no = $1 and number = $2 and round < $4""";
    private static final String RUN_HEAD = "update run set head_commit = coalesce($2, head_commit) where no = $1";
    private static final String SCORE =
            "update atom set confidence = $3, parts = $4 where run_no = $1 and atom_no = $2";
    private static final String TEST_RESULT = """
            update acceptance_test set state = $3, text = $4, evidence = $5, duration_ms = $6
            where run_no = $1 and test_id = $2""";
    private static final String JUDGE = """
            insert into gate (run_no, wave, round, verdict, failure_reason, must_total, must_passed, should_total,
              should_passed, failed_requirements, certificate, trace_id, tree_hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)""";
    private static final String COMMIT = """
            insert into run_commit (run_no, id, parent, message, at, paths, versions, trace_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict do nothing""";
    private static final String CERTIFY = "update run set certificate = $2 where no = $1";

    private WaveSql() {}

    static Guarded prepared(Prepared t) {
        int run = t.run().no();
        String trace = t.run().traceId();
        List<Statement> then = new ArrayList<>();
        t.atoms().forEach(atom -> then.add(atom(run, atom, trace)));
        t.waves().forEach(w -> then.add(Statement.of(INSERT_WAVE, run, w.number(), w.id(), w.name(), trace)));
        for (int ord = 0; ord < t.tests().size(); ord++) {
            Transition.TestRow test = t.tests().get(ord);
            then.add(Statement.of(
                    INSERT_TEST,
                    run,
                    test.testId(),
                    ord,
                    test.dueFromWave(),
                    test.file(),
                    test.state(),
                    AttemptSql.printable(test.text()),
                    trace));
        }
        t.files().forEach(file -> then.add(AttemptSql.file(t.run(), file, "service")));
        then.addAll(commit(t.run(), t.commit()));
        return new Guarded(
                Statement.of(
                        PREPARE,
                        run,
                        t.to().name(),
                        t.reason(),
                        t.cure(),
                        t.waves().size(),
                        t.sandbox(),
                        id(t.commit())),
                then);
    }

    private static Statement atom(int run, Atom atom, String trace) {
        return Statement.of(
                INSERT_ATOM,
                run,
                atom.number(),
                atom.id(),
                atom.name(),
                atom.taskId(),
                atom.subtaskId(),
                atom.taskNumber(),
                atom.subtaskNumber(),
                atom.wave(),
                atom.language(),
                atom.file(),
                atom.complexity().name(),
                atom.check() ? "SKIPPED" : "PENDING",
                atom.check() ? "for a person: it writes no file" : null,
                trace);
    }

    static Guarded started(WaveStarted t) {
        return Guarded.of(
                Statement.of(START_WAVE, t.run().no(), t.wave()),
                Statement.of(RUN_WAVE, t.run().no(), t.wave()));
    }

    static Guarded ended(WaveEnded t) {
        int run = t.run().no();
        List<Statement> then = new ArrayList<>();
        then.add(Statement.of(RUN_HEAD, run, id(t.commit())));
        then.addAll(commit(t.run(), t.commit()));
        t.scores().forEach(s -> then.add(Statement.of(SCORE, run, s.atomNo(), s.confidence(), json(s.parts()))));
        t.tests()
                .forEach(test -> then.add(Statement.of(
                        TEST_RESULT,
                        run,
                        test.testId(),
                        test.state(),
                        AttemptSql.printable(test.text()),
                        Buffer.buffer(test.evidence()),
                        test.durationMs())));
        then.addAll(judged(t, t.gate()));
        return new Guarded(
                Statement.of(END_WAVE, run, t.wave(), t.state(), t.round(), t.durationMs(), id(t.commit())), then);
    }

    private static List<Statement> judged(WaveEnded t, GateJudged gate) {
        Buffer certificate = gate.certificate() == null ? null : Buffer.buffer(gate.certificate());
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(
                JUDGE,
                t.run().no(),
                t.wave(),
                t.round(),
                gate.verdict().name(),
                AttemptSql.printable(gate.failureReason()),
                gate.mustTotal(),
                gate.mustPassed(),
                gate.shouldTotal(),
                gate.shouldPassed(),
                gate.failedRequirements().toArray(String[]::new),
                certificate,
                t.run().traceId(),
                gate.treeHash()));
        if (certificate != null) {
            statements.add(Statement.of(CERTIFY, t.run().no(), certificate));
        }
        return statements;
    }

    private static String id(Commit commit) {
        return commit == null ? null : commit.id();
    }

    private static List<Statement> commit(RunRef run, Commit commit) {
        return commit == null
                ? List.of()
                : List.of(Statement.of(
                        COMMIT,
                        run.no(),
                        commit.id(),
                        commit.parent(),
                        commit.message(),
                        commit.at().atOffset(ZoneOffset.UTC),
                        commit.tree().keySet().toArray(String[]::new),
                        commit.tree().values().toArray(Integer[]::new),
                        run.traceId()));
    }

    private static String json(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }
}
