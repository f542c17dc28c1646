package dev.masterplan.execution.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.atom.AttemptKey;
import dev.masterplan.execution.atom.Start;
import dev.masterplan.execution.codegen.CodeAuthor;
import dev.masterplan.execution.codegen.CodeTask;
import dev.masterplan.execution.journal.InstanceLease;
import dev.masterplan.execution.journal.RunJournal;
import dev.masterplan.execution.journal.Sql;
import dev.masterplan.execution.memory.RunStore;
import dev.masterplan.execution.run.Approvals;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.execution.transition.Updates;
import dev.masterplan.execution.validation.ValidationReport;
import dev.masterplan.execution.validation.ValidatorResult;
import dev.masterplan.execution.wave.WaveProgress;
import dev.masterplan.languagemodel.Trouble;
import dev.masterplan.languagemodel.Usage;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Cancel, pause and a provider in trouble reach an atom whose author is paid. */
@QuarkusTest
class AskedLadderTest {

    private static final BigDecimal WORST = new BigDecimal("0.50");
    private static final BigDecimal PRICE = new BigDecimal("0.10");
    private static final Judge REFUSES = candidate ->
            new ValidationReport(List.of(new ValidatorResult("any", "1", 1, true, false, List.of("no"), 0)), 0);

    @Inject
    Pool pool;

    @Inject
    RunJournal journal;

    @Inject
    InstanceLease lease;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicInteger calls = new AtomicInteger();
    private boolean asks = true;

    @Test
    void shouldPayForNoFurtherAttemptWhenSomebodyAsksDuringOne() {
        // Given
        MasterPlanApproved approved = Approvals.notes();
        RunRef run = run(approved);
        CodeAuthor author = author(new CodeAuthor.Answer("print(1)", Usage.none(), PRICE));

        // When
        AtomOutcome outcome = work(run, approved, author);

        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        AtomOutcome.Parked.class, p -> assertThat(p.by()).isEqualTo(AtomOutcome.Hindrance.ASKED));
        assertThat(calls).hasValue(1);
        assertThat(attempt(run).getString("state")).isEqualTo("ANSWERED");
        assertThat(atom(run).getString("state")).isEqualTo("PENDING");
        assertThat(reserved(run)).isEqualByComparingTo("0");
        assertThat(spent(run)).isEqualByComparingTo(PRICE);
    }

    @Test
    void shouldFreeTheReservationWhenSomebodyAsksDuringTheBackOff() {
        // Given
        MasterPlanApproved approved = Approvals.notes();
        RunRef run = run(approved);
        CodeAuthor author = author(new CodeAuthor.Failed(new Trouble(Trouble.Kind.BUSY, null, "busy")));

        // When
        AtomOutcome outcome = work(run, approved, author);

        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        AtomOutcome.Parked.class, p -> assertThat(p.by()).isEqualTo(AtomOutcome.Hindrance.ASKED));
        assertThat(calls).hasValue(1);
        assertThat(attempt(run).getString("state")).isEqualTo("WITHDRAWN");
        assertThat(atom(run).getString("state")).isEqualTo("PENDING");
        assertThat(reserved(run)).isEqualByComparingTo("0");
        assertThat(spent(run)).isEqualByComparingTo("0");
    }

    @Test
    void shouldWaitForTheProviderAndPayNothingWhenItRefuses() {
        // Given
        asks = false;
        MasterPlanApproved approved = Approvals.notes();
        RunRef run = run(approved);
        CodeAuthor author = author(new CodeAuthor.Failed(new Trouble(Trouble.Kind.REFUSED, null, "401: no such key")));

        // When
        AtomOutcome outcome = work(run, approved, author);

        // Then
        assertThat(outcome)
                .isEqualTo(new AtomOutcome.Parked(AtomOutcome.Hindrance.PROVIDER, "401: no such key", BigDecimal.ZERO));
        assertThat(calls).hasValue(1);
        assertThat(attempt(run).getString("state")).isEqualTo("WITHDRAWN");
        assertThat(reserved(run)).isEqualByComparingTo("0");
        assertThat(spent(run)).isEqualByComparingTo("0");
    }

    @Test
    void shouldFailAtOnceAndPayNothingWhenTheAuthorHasNothingForTheFile() {
        // Given
        asks = false;
        MasterPlanApproved approved = Approvals.notes();
        RunRef run = run(approved);
        CodeAuthor author = author(new CodeAuthor.NotWritten("the blueprint does not write f.py"));

        // When
        AtomOutcome outcome = work(run, approved, author);

        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        AtomOutcome.Failed.class,
                        failed ->
                                assertThat(failed.diagnostics()).containsExactly("the blueprint does not write f.py"));
        assertThat(calls).hasValue(1);
        assertThat(attempt(run).getString("state")).isEqualTo("REJECTED");
        assertThat(atom(run).getString("state")).isEqualTo("FAILED");
        assertThat(reserved(run)).isEqualByComparingTo("0");
        assertThat(spent(run)).isEqualByComparingTo("0");
    }

    @Test
    void shouldBookEachCallOfUnknownOutcomeInFullAndMarkItEstimated() {
        // Given
        asks = false;
        MasterPlanApproved approved = Approvals.notes();
        RunRef run = run(approved);
        CodeAuthor author = author(new CodeAuthor.Failed(new Trouble(Trouble.Kind.UNKNOWN_OUTCOME, null, "reset")));

        // When
        AtomOutcome outcome = work(run, approved, author);

        // Then
        BigDecimal three = WORST.multiply(BigDecimal.valueOf(3));
        assertThat(outcome).isInstanceOfSatisfying(AtomOutcome.Parked.class, p -> {
            assertThat(p.by()).isEqualTo(AtomOutcome.Hindrance.PROVIDER);
            assertThat(p.cost()).isEqualByComparingTo(three);
        });
        assertThat(calls).hasValue(3);
        assertThat(Sql.rows(pool, "select * from ledger where plan = $1", run.masterplanId()))
                .hasSize(3)
                .allSatisfy(booked -> {
                    assertThat(booked.getBigDecimal("amount")).isEqualByComparingTo(WORST);
                    assertThat(booked.getBoolean("estimated")).isTrue();
                });
        assertThat(reserved(run)).isEqualByComparingTo("0");
        assertThat(spent(run)).isEqualByComparingTo(three);
    }

    private AtomOutcome work(RunRef run, MasterPlanApproved approved, CodeAuthor author) {
        AtomJob job = new AtomJob(
                run,
                approved,
                atomOf(run),
                null,
                1,
                Map.of(),
                false,
                new Start.Fresh(new AttemptKey(1, 1, 1)),
                BigDecimal.ZERO,
                List.of(),
                new WaveProgress(0, 1),
                new AtomJob.Tracing(null, SpanBudget.of(100, 0)),
                asked::get);
        Duration tenMinutes = Duration.ofMinutes(10);
        AuthorCall call = new AuthorCall(author, tenMinutes, Duration.ofMinutes(1), lease::holds, asked::get);
        Updates updates = new Updates(run, false, Clock.systemUTC());
        return new RetryOrchestrator(job, journal, author, call, REFUSES, updates).run();
    }

    /** Somebody asks while it writes. */
    private CodeAuthor author(CodeAuthor.Reply reply) {
        return new CodeAuthor() {
            @Override
            public Reply write(CodeTask task) {
                calls.incrementAndGet();
                asked.set(asks);
                return reply;
            }

            @Override
            public boolean deterministic() {
                return false;
            }

            @Override
            public BigDecimal worstCase(CodeTask task) {
                return WORST;
            }
        };
    }

    private RunRef run(MasterPlanApproved approved) {
        UUID id = UUID.randomUUID();
        Sql.run(
                pool,
                "insert into run (id, masterplan_id, session_id, version, name, approved, trace_id, state, owner)"
                        + " values ($1, $2, $3, 1, 'Test', $4, $5, 'CANCELLED', $6)",
                id,
                approved.masterplanId(),
                approved.sessionId(),
                Buffer.buffer("{}"),
                id.toString(),
                lease.id());
        Sql.run(
                pool,
                "insert into budget (plan, soft, hard, plan_soft, plan_hard, trace_id) values ($1, 5, 9, 5, 9, $2)",
                approved.masterplanId(),
                id.toString());
        return RunStore.ref(
                Sql.rows(pool, "select * from run where id = $1", id).getFirst());
    }

    private Atom atomOf(RunRef run) {
        UUID id = UUID.randomUUID();
        Sql.run(
                pool,
                "insert into atom (run_no, atom_no, id, name, task_id, subtask_id, task_number, subtask_number,"
                        + " wave, language, file, complexity, state, trace_id)"
                        + " values ($1, 1, $2, 'atom', $2, $2, 1, 1, 1, 'python', 'f.py', 'LOW', 'PENDING', $3)",
                run.no(),
                id,
                run.traceId());
        return new Atom(0, id, "atom", id, id, 1, 1, "python", "f.py", Complexity.LOW, List.of(), 1);
    }

    private Row attempt(RunRef run) {
        return Sql.rows(pool, "select * from attempt where run_no = $1", run.no())
                .getFirst();
    }

    private Row atom(RunRef run) {
        return Sql.rows(pool, "select * from atom where run_no = $1", run.no()).getFirst();
    }

    private BigDecimal reserved(RunRef run) {
        return budget(run).getBigDecimal("reserved");
    }

    private BigDecimal spent(RunRef run) {
        return budget(run).getBigDecimal("spent");
    }

    private Row budget(RunRef run) {
        return Sql.rows(pool, "select * from budget where plan = $1", run.masterplanId())
                .getFirst();
    }
}
