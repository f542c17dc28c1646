package dev.masterplan.execution.journal;

import dev.masterplan.execution.atom.AttemptKey;
import dev.masterplan.execution.journal.Statement.Guarded;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.execution.transition.Transition.Accepted;
import dev.masterplan.execution.transition.Transition.Admitted;
import dev.masterplan.execution.transition.Transition.Answered;
import dev.masterplan.execution.transition.Transition.Lost;
import dev.masterplan.execution.transition.Transition.Rejected;
import dev.masterplan.execution.transition.Transition.Withdrawn;
import dev.masterplan.execution.workspace.FileVersion;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** SQL of the three durable points of an attempt. */
final class AttemptSql {

    private static final String START_ATOM = """
            update atom set state = 'RUNNING', reason = null, ladder = $3, retries = $4,
              started_at = coalesce(started_at, now()), ended_at = null
            where run_no = $1 and atom_no = $2 and state in ('PENDING', 'READY', 'RUNNING')""";
    private static final String ADMIT = """
            insert into attempt (run_no, atom_no, ladder, number, call, state, worst, trace_id)
            values ($1, $2, $3, $4, $5, 'ADMITTED', $6, $7)""";
    private static final String ANSWER = """
            update attempt set state = 'ANSWERED', answer = $6, usage = $7, cost = $8, estimated = $9
            where run_no = $1 and atom_no = $2 and ladder = $3 and number = $4 and call = $5 and state = 'ADMITTED'""";
    private static final String LOSE = """
            update attempt set state = 'LOST', cost = $6, estimated = true, ended_at = now()
            where run_no = $1 and atom_no = $2 and ladder = $3 and number = $4 and call = $5 and state = 'ADMITTED'""";
    private static final String WITHDRAW = """
            update attempt set state = 'WITHDRAWN', ended_at = now()
            where run_no = $1 and atom_no = $2 and ladder = $3 and number = $4 and call = $5 and state = 'ADMITTED'""";
    private static final String END_ATTEMPT = """
            update attempt set state = $6, validators = $7, diagnostics = $8, ended_at = now()
            where run_no = $1 and atom_no = $2 and ladder = $3 and number = $4 and call = $5
              and state in ('ADMITTED', 'ANSWERED')""";
    private static final String BOOK = """
            insert into ledger (plan, service, purpose, subject, attempt, call, amount, estimated, trace_id)
            values ($1, 'execution', 'code', $2, $3, $4, $5, $6, $7)""";
    private static final String ADD_COST = "update atom set cost = cost + $3 where run_no = $1 and atom_no = $2";
    private static final String COMPLETE_ATOM = """
            update atom set state = 'COMPLETED', reason = null, retries = $3, cyclomatic = $4, by_person = false,
              ended_at = now()
            where run_no = $1 and atom_no = $2""";
    private static final String FAIL_ATOM =
            "update atom set state = 'FAILED', reason = $3, ended_at = now() where run_no = $1 and atom_no = $2";
    private static final String PARK_ATOM =
            "update atom set state = 'PENDING', reason = $3 where run_no = $1 and atom_no = $2";
    private static final String INSERT_FILE = """
            insert into file_version (run_no, path, version, sha256, content, atom_no, author, trace_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";
    private static final int LADDER_UNIT = 100;

    private AttemptSql() {}

    static Guarded admitted(Admitted t) {
        return Guarded.of(
                Statement.of(
                        START_ATOM, t.run().no(), t.atom().number(), t.attempt().ladder(), retries(t.attempt())),
                admit(t));
    }

    private static Statement admit(Admitted t) {
        AttemptKey key = t.attempt();
        return Statement.of(
                ADMIT,
                t.run().no(),
                t.atom().number(),
                key.ladder(),
                key.number(),
                key.call(),
                t.worst(),
                t.run().traceId());
    }

    static Guarded answered(Answered t) {
        Statement guard = keyed(
                ANSWER,
                t.run(),
                t.atom().number(),
                t.attempt(),
                Buffer.buffer(t.answer()),
                t.usage(),
                t.cost(),
                t.estimated());
        boolean free = t.worst().signum() == 0 && t.cost().signum() == 0;
        return free ? Guarded.of(guard) : new Guarded(guard, booked(t, t.cost(), t.estimated()));
    }

    static Guarded lost(Lost t) {
        Statement guard = keyed(LOSE, t.run(), t.atom().number(), t.attempt(), t.worst());
        List<Statement> then = new ArrayList<>();
        if (t.worst().signum() > 0) {
            then.add(book(t.run(), t.atom().id().toString(), t.attempt(), t.worst(), true));
            then.add(Statement.of(ADD_COST, t.run().no(), t.atom().number(), t.worst()));
        }
        return new Guarded(guard, then);
    }

    static Guarded withdrawn(Withdrawn t) {
        return Guarded.of(
                keyed(WITHDRAW, t.run(), t.atom().number(), t.attempt()),
                Statement.of(PARK_ATOM, t.run().no(), t.atom().number(), t.reason()));
    }

    static Guarded accepted(Accepted t) {
        List<Statement> then = new ArrayList<>();
        then.add(Statement.of(COMPLETE_ATOM, t.run().no(), t.atom().number(), retries(t.attempt()), t.cyclomatic()));
        if (t.file() != null) {
            then.add(file(t.run(), t.file(), "atom"));
        }
        return new Guarded(ended(t.run(), t.atom().number(), t.attempt(), "ACCEPTED", t.validators(), List.of()), then);
    }

    static Guarded rejected(Rejected t) {
        List<Statement> then = new ArrayList<>();
        if (t.next() == null) {
            String reason =
                    t.diagnostics().isEmpty() ? "refused" : t.diagnostics().getFirst();
            then.add(Statement.of(FAIL_ATOM, t.run().no(), t.atom().number(), printable(reason)));
        } else {
            then.add(Statement.of(
                    START_ATOM,
                    t.run().no(),
                    t.atom().number(),
                    t.next().attempt().ladder(),
                    retries(t.next().attempt())));
            then.add(admit(t.next()));
        }
        return new Guarded(
                ended(t.run(), t.atom().number(), t.attempt(), "REJECTED", t.validators(), t.diagnostics()), then);
    }

    static Statement file(RunRef run, FileVersion file, String author) {
        return Statement.of(
                INSERT_FILE,
                run.no(),
                file.path(),
                file.version(),
                file.sha256(),
                Buffer.buffer(file.content()),
                file.atomNo(),
                author,
                run.traceId());
    }

    /** A NUL fails a text column, and with it the whole batch. */
    static String printable(String text) {
        return text == null ? null : text.replace('\0', ' ');
    }

    private static Statement ended(
            RunRef run, int atomNo, AttemptKey key, String state, String validators, List<String> diagnostics) {
        Buffer lines = Buffer.buffer(String.join("\n", diagnostics).getBytes(StandardCharsets.UTF_8));
        return keyed(END_ATTEMPT, run, atomNo, key, state, printable(validators), lines);
    }

    private static List<Statement> booked(Answered t, BigDecimal cost, boolean estimated) {
        return List.of(
                book(t.run(), t.atom().id().toString(), t.attempt(), cost, estimated),
                Statement.of(ADD_COST, t.run().no(), t.atom().number(), cost));
    }

    private static Statement book(RunRef run, String subject, AttemptKey key, BigDecimal amount, boolean estimated) {
        int attempt = (key.ladder() - 1) * LADDER_UNIT + key.number();
        return Statement.of(BOOK, run.masterplanId(), subject, attempt, key.call(), amount, estimated, run.traceId());
    }

    private static Statement keyed(String sql, RunRef run, int atomNo, AttemptKey key, Object... more) {
        List<Object> all = new ArrayList<>(List.of(run.no(), atomNo, key.ladder(), key.number(), key.call()));
        all.addAll(java.util.Arrays.asList(more));
        return Statement.of(sql, all.toArray());
    }

    private static int retries(AttemptKey key) {
        return key.number() - 1;
    }
}
