package dev.masterplan.execution.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.atom.AttemptKey;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Reservations that want more than there is room for. */
@QuarkusTest
class BudgetRoomTest {

    private static final AttemptKey FIRST = new AttemptKey(1, 1, 1);

    @Inject
    Pool pool;

    @Inject
    RunJournal journal;

    @Inject
    JournalRows rows;

    @Test
    void shouldNeverPassTheHardLimitWhenManyReserveAtOnce() throws Exception {
        // Given
        RunRef run = rows.run("1.00");
        List<Atom> atoms = rows.atoms(run, 30);
        BigDecimal worst = new BigDecimal("0.30");
        BigDecimal cost = new BigDecimal("0.10");

        // When
        List<Reply> replies = JournalRows.together(atoms.stream()
                .map(atom -> (Callable<Reply>) () -> {
                    Reply admitted = journal.submit(new Transition.Admitted(run, atom, FIRST, worst, Says.nothing()));
                    return admitted instanceof Reply.Done
                            ? journal.submit(new Transition.Answered(
                                    run, atom, FIRST, new byte[0], "{}", worst, cost, false, Says.nothing()))
                            : admitted;
                })
                .toList());

        // Then
        Row budget = budget(run);
        assertThat(budget.getBigDecimal("reserved")).isEqualByComparingTo("0");
        assertThat(budget.getBigDecimal("spent")).isEqualByComparingTo("0.80");
        assertThat(replies.stream().filter(Reply.Done.class::isInstance)).hasSize(8);
        assertThat(replies.stream().filter(Reply.NoBudget.class::isInstance)).hasSize(22);
        assertThat(rows.count("select count(*) as n from ledger where trace_id = $2 and $1 > 0", run))
                .isEqualTo(8);
    }

    @Test
    void shouldLetTheNextOneInWhenARefusedReservationGivesItsRoomBack() throws Exception {
        // Given
        RunRef run = rows.run("1.00");
        List<Atom> atoms = rows.atoms(run, 3);
        Sql.run(pool, "update atom set state = 'COMPLETED' where run_no = $1 and atom_no = 2", run.no());
        FutureTask<Reply> small;
        FutureTask<Reply> refused;
        FutureTask<Reply> waits;

        // When
        SqlConnection holder = Sql.await(pool.getConnection());
        try {
            Transaction held = Sql.await(holder.begin());
            Sql.run(holder, "select 1 from budget where plan = $1 for update", run.masterplanId());
            small = queued(run, atoms.get(0), "0.10");
            refused = queued(run, atoms.get(1), "0.80");
            waits = queued(run, atoms.get(2), "0.80");
            Sql.await(held.commit());
        } finally {
            holder.close();
        }

        // Then
        assertThat(small.get(10, TimeUnit.SECONDS)).isInstanceOf(Reply.Done.class);
        assertThat(refused.get(10, TimeUnit.SECONDS)).isInstanceOf(Reply.WrongState.class);
        assertThat(waits.get(10, TimeUnit.SECONDS)).isInstanceOf(Reply.Done.class);
        assertThat(budget(run).getBigDecimal("reserved")).isEqualByComparingTo("0.90");
    }

    @Test
    void shouldBookAnAnswerThatHasAPriceAndHadNoReservation() {
        // Given
        RunRef run = rows.run("1.00");
        Atom atom = rows.atoms(run, 1).getFirst();
        BigDecimal cost = new BigDecimal("0.10");
        journal.submit(new Transition.Admitted(run, atom, FIRST, BigDecimal.ZERO, Says.nothing()));

        // When
        journal.submit(new Transition.Answered(
                run, atom, FIRST, new byte[0], "{}", BigDecimal.ZERO, cost, false, Says.nothing()));

        // Then
        assertThat(Sql.rows(pool, "select * from ledger where plan = $1", run.masterplanId()))
                .singleElement()
                .satisfies(booked -> assertThat(booked.getBigDecimal("amount")).isEqualByComparingTo(cost));
        assertThat(budget(run).getBigDecimal("spent")).isEqualByComparingTo(cost);
        assertThat(budget(run).getBigDecimal("reserved")).isEqualByComparingTo("0");
    }

    /** Stands in the journal's queue, behind those before it, when this returns. */
    private FutureTask<Reply> queued(RunRef run, Atom atom, String worst) {
        Callable<Reply> submit =
                () -> journal.submit(new Transition.Admitted(run, atom, FIRST, new BigDecimal(worst), Says.nothing()));
        FutureTask<Reply> reply = new FutureTask<>(submit);
        Thread thread = Thread.ofPlatform().daemon().start(reply);
        await().atMost(Duration.ofSeconds(10)).until(() -> thread.getState() == Thread.State.WAITING);
        return reply;
    }

    private Row budget(RunRef run) {
        return Sql.rows(pool, "select * from budget where plan = $1", run.masterplanId())
                .getFirst();
    }
}
