package dev.masterplan.execution.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.atom.AttemptKey;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.workspace.FileVersion;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.RunState;
import dev.masterplan.messaging.event.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class RunJournalTest {

    private static final BigDecimal FREE = BigDecimal.ZERO;
    private static final AttemptKey FIRST = new AttemptKey(1, 1, 1);

    @Inject
    Pool pool;

    @Inject
    RunJournal journal;

    @Inject
    JournalRows rows;

    @Test
    void shouldMakeEveryAtomDurableWhenAHundredAskAtOnce() throws Exception {
        // Given
        RunRef run = rows.run("1000");
        List<Atom> atoms = rows.atoms(run, 100);

        // When
        List<Reply> replies = JournalRows.together(atoms.stream()
                .map(atom -> (Callable<Reply>) () -> {
                    journal.submit(new Transition.Admitted(run, atom, FIRST, FREE, Says.nothing()));
                    return journal.submit(accepted(run, atom, "print(1)\n"));
                })
                .toList());

        // Then
        assertThat(replies).hasSize(100).allMatch(Reply.Done.class::isInstance);
        assertThat(rows.count("select count(*) as n from atom where run_no = $1 and state = 'COMPLETED'", run))
                .isEqualTo(100);
        assertThat(rows.count("select count(*) as n from file_version where run_no = $1", run))
                .isEqualTo(100);
    }

    @Test
    void shouldAnswerWrongStateAndChangeNothingWhenATransitionComesTwice() {
        // Given
        RunRef run = rows.run("1000");
        Atom atom = rows.atoms(run, 1).getFirst();
        journal.submit(new Transition.Admitted(run, atom, FIRST, FREE, Says.nothing()));
        journal.submit(accepted(run, atom, "print(1)\n"));

        // When
        Reply again = journal.submit(accepted(run, atom, "print(2)\n"));

        // Then
        assertThat(again).isInstanceOf(Reply.WrongState.class);
        assertThat(rows.count("select count(*) as n from file_version where run_no = $1", run))
                .isEqualTo(1);
    }

    @Test
    void shouldUndoACommandWholeWhenOneOfItsEffectsIsStale() {
        // Given
        RunRef run = rows.run("1000");
        Atom atom = rows.atoms(run, 1).getFirst();
        UUID command = UUID.randomUUID();
        Sql.run(
                pool,
                "insert into run_command (id, run_no, command, body, asked_by, trace_id) values ($1, $2, 'x', $3, 'ada', $4)",
                command,
                run.no(),
                Buffer.buffer("{}"),
                run.traceId());
        var fresh = new Transition.AtomChanged(
                run, atom, Set.of(AtomState.PENDING), AtomState.READY, null, true, Says.nothing());
        var stale =
                new Transition.RunChanged(run, Set.of(RunState.READY), RunState.RUNNING, null, null, Says.nothing());

        // When
        Reply whole = journal.submit(
                new Transition.CommandEnded(run, command, true, "both", List.of(fresh, stale), Says.nothing()));
        int changed = rows.count("select count(*) as n from atom where run_no = $1 and state = 'READY'", run);
        Reply half =
                journal.submit(new Transition.CommandEnded(run, command, true, "one", List.of(fresh), Says.nothing()));

        // Then
        assertThat(whole).isInstanceOf(Reply.WrongState.class);
        assertThat(changed).isZero();
        assertThat(half).isInstanceOf(Reply.Done.class);
        assertThat(rows.count("select count(*) as n from run_command where run_no = $1 and state = 'DONE'", run))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldFindTheGuiltyRequestAndLeaveTheOthersAlone(String refusedPath, Says refusedSays) throws Exception {
        // Given
        RunRef run = rows.run("1000");
        List<Atom> atoms = rows.atoms(run, 20);
        atoms.forEach(a -> journal.submit(new Transition.Admitted(run, a, FIRST, FREE, Says.nothing())));
        Atom guilty = atoms.get(7);

        // When
        List<Callable<Reply>> requests = new ArrayList<>();
        for (Atom atom : atoms) {
            String path = atom == guilty ? refusedPath : atom.file();
            Says says = atom == guilty ? refusedSays : Says.nothing();
            requests.add(() -> journal.submit(new Transition.Accepted(
                    run, atom, FIRST, FileVersion.of(path, 1, new byte[] {1}, atom.number()), "[]", 0, says)));
        }

        // Then
        assertThatThrownBy(() -> JournalRows.together(requests)).isInstanceOf(ExecutionException.class);
        assertThat(rows.count("select count(*) as n from atom where run_no = $1 and state = 'COMPLETED'", run))
                .isEqualTo(19);
    }

    /** A value that the database never takes; an event that is too large for its topic. */
    static Stream<Arguments> refused() {
        String large = "x".repeat(Topic.GATE_RESULT.maxMessageBytes());
        return Stream.of(
                Arguments.of("a\0b.py", Says.nothing()),
                Arguments.of("ab.py", new Says(List.of(), List.of(new Says.Event(Topic.GATE_RESULT, large)))));
    }

    @Test
    void shouldAnswerLeaseLostWhenTheRunWasClaimedUnderAnotherLease() {
        // Given
        RunRef run = rows.run("1000");
        Atom atom = rows.atoms(run, 1).getFirst();
        RunRef zombie = new RunRef(
                run.no(), run.id(), run.masterplanId(), run.sessionId(), run.traceId(), null, UUID.randomUUID());

        // When
        Reply reply = journal.submit(new Transition.Admitted(zombie, atom, FIRST, FREE, Says.nothing()));

        // Then
        assertThat(reply).isInstanceOf(Reply.LeaseLost.class);
        assertThat(rows.count("select count(*) as n from attempt where run_no = $1", run))
                .isZero();
    }

    private static Transition.Accepted accepted(RunRef run, Atom atom, String code) {
        byte[] content = code.getBytes(StandardCharsets.UTF_8);
        FileVersion file = FileVersion.of(atom.file(), 1, content, atom.number());
        return new Transition.Accepted(run, atom, FIRST, file, "[]", 1, Says.nothing());
    }
}
