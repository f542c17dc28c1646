package dev.masterplan.execution.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.execution.codegen.Rehearsed;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two packaged services on one database and one Kafka. One of them stands still in the middle of a wave, with a call
 * reserved and its connections open; the other takes its runs over and ends them; the first one wakes up again.
 */
@Tag("slow")
class TakeoverIT {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final String WAITS_FOR_THE_PROVIDER = """
            select a.worst from attempt a join run r on r.no = a.run_no
            where r.masterplan_id = ? and a.state = 'ADMITTED' and a.worst > 0
              and a.started_at < now() - interval '200 ms'""";
    private static final String FILES = """
            select path || ' ' || f.version || ' ' || sha256 from file_version f join run r on r.no = f.run_no
            where r.masterplan_id = ? order by path, f.version""";
    private static final String GATES = """
            select g.wave || ' ' || round || ' ' || verdict from gate g join run r on r.no = g.run_no
            where r.masterplan_id = ? order by g.wave, round""";
    private static final String LEDGER = "select subject || ' ' || attempt || ' ' || call from ledger where plan = ?";

    @TempDir
    Path workspaces;

    private PackagedService first;
    private PackagedService second;
    private Rows rows;

    @BeforeEach
    void start() throws Exception {
        first = start(0);
        rows = new Rows();
    }

    @AfterEach
    void stop() throws Exception {
        first.kill();
        if (second != null) {
            second.kill();
        }
        rows.close();
    }

    @Test
    void shouldEndTheRunsOfAProcessThatStandsStillAndTakeNothingFromItWhenItWakesUp() {
        // Given
        Engine paidEngine = new Engine("blueprint", earliestBusy());
        MasterPlanApproved plain = Approvals.notes();
        MasterPlanApproved plainPaid = Approvals.notesWithoutTests(paidEngine);
        List.of(plain, plainPaid).forEach(Events::send);
        ended(first, plain, "COMPLETED");
        ended(first, plainPaid, "COMPLETED_WITH_GAPS");
        MasterPlanApproved proved = Approvals.notes();
        MasterPlanApproved paid = Approvals.notesWithoutTests(paidEngine);
        Events.send(proved);
        await().atMost(LONG).until(() -> run(first, proved, "wave"), "2"::equals);
        Events.send(paid);
        await().pollInterval(Duration.ofMillis(10))
                .atMost(LONG)
                .until(() ->
                        !rows.of(WAITS_FOR_THE_PROVIDER, paid.masterplanId()).isEmpty());

        // When
        first.freeze();
        List<String> frozenIn = rows.of("select state from run where masterplan_id = ?", proved.masterplanId());
        second = start(1);
        String provedRun = ended(second, proved, "COMPLETED");
        String paidRun = ended(second, paid, "COMPLETED_WITH_GAPS");
        List<String> afterwards = everything(proved, paid);
        first.thaw();
        await().atMost(LONG)
                .until(() -> first.log().contains("run left: run=" + provedRun)
                        && first.log().contains("run left: run=" + paidRun));

        // Then
        assertThat(frozenIn).containsExactly("RUNNING");
        await().atMost(LONG).until(() -> first.get("executions").getInt("total") == 4);
        assertThat(everything(proved, paid)).isEqualTo(afterwards);
        assertSame(plain, proved);
        assertSame(plainPaid, paid);
        assertBookedOnce(plainPaid, paid);
        assertToldOnce(proved);
        assertToldOnce(paid);
        assertThat(Topic.values())
                .allSatisfy(topic -> assertThat(List.of(proved, paid))
                        .allSatisfy(p -> assertThat(Events.deadLetters(topic, p.masterplanId()))
                                .isEmpty()));
    }

    private void assertSame(MasterPlanApproved plain, MasterPlanApproved taken) {
        assertThat(rows.of(FILES, taken.masterplanId())).isEqualTo(rows.of(FILES, plain.masterplanId()));
        assertThat(rows.of(GATES, taken.masterplanId())).isEqualTo(rows.of(GATES, plain.masterplanId()));
    }

    /** Each call that was under way and that nobody could settle is in the ledger in full, the one after it like any other. */
    private void assertBookedOnce(MasterPlanApproved plain, MasterPlanApproved taken) {
        UUID plan = taken.masterplanId();
        List<String> lost = rows.of(LEDGER + " and estimated", plan);
        assertThat(lost).isNotEmpty().allMatch(call -> call.endsWith(" 1"));
        assertThat(rows.of(LEDGER, plan))
                .doesNotHaveDuplicates()
                .containsAll(lost.stream().map(TakeoverIT::callAfter).toList())
                .hasSize(rows.of(LEDGER, plain.masterplanId()).size() + lost.size());
        assertThat(rows.of("select reserved from budget where plan = ?", plan)).containsExactly("0.000000");
        assertThat(rows.of("select spent from budget where plan = ?", plan))
                .isEqualTo(rows.of("select sum(amount) from ledger where plan = ?", plan));
    }

    private static String callAfter(String first) {
        return first.substring(0, first.length() - 1) + "2";
    }

    private static void assertToldOnce(MasterPlanApproved plan) {
        List<Map<String, Object>> updates = Events.heard(Topic.LIVE_UPDATES, plan.sessionId()).stream()
                .flatMap(batch -> batch.<Map<String, Object>>getList("updates").stream())
                .toList();
        assertThat(data(updates, "execution_complete")).hasSize(1);
        assertThat(data(updates, "atom_execution_complete"))
                .isNotEmpty()
                .extracting(d -> d.get("atom_id"))
                .doesNotHaveDuplicates();
        assertThat(data(updates, "gate_validation_result"))
                .isNotEmpty()
                .extracting(d -> List.of(d.get("wave_id"), d.get("round")))
                .doesNotHaveDuplicates();
        for (Topic topic : List.of(Topic.WAVE_COMPLETED, Topic.GATE_RESULT)) {
            assertThat(Events.heard(topic, plan.masterplanId()))
                    .isNotEmpty()
                    .extracting(e -> e.getInt("wave") + " " + e.getInt("round"))
                    .doesNotHaveDuplicates();
        }
    }

    private static List<Map<?, ?>> data(List<Map<String, Object>> updates, String type) {
        return updates.stream()
                .filter(u -> type.equals(u.get("type")))
                .<Map<?, ?>>map(u -> (Map<?, ?>) u.get("data"))
                .toList();
    }

    private List<String> everything(MasterPlanApproved... plans) {
        await().atMost(LONG)
                .until(() -> List.of(plans).stream()
                        .allMatch(p -> rows.of(
                                        "select id from outbox where masterplan_id = ? and published_at is null",
                                        p.masterplanId())
                                .isEmpty()));
        return List.of(plans).stream()
                .flatMap(p -> rows.all(p.masterplanId()).stream())
                .toList();
    }

    private PackagedService start(int slot) {
        return PackagedService.start(
                workspaces,
                "masterplan.instance.slot=" + slot,
                "masterplan.execution.lease.duration=4s",
                "masterplan.execution.lease.renew-every=500ms",
                "masterplan.execution.lease.trust-for=2s",
                "masterplan.execution.lease.transaction-idle=2s");
    }

    private static String ended(PackagedService service, MasterPlanApproved plan, String state) {
        await().atMost(LONG).until(() -> run(service, plan, "state"), state::equals);
        return run(service, plan, "id");
    }

    private static String run(PackagedService service, MasterPlanApproved plan, String field) {
        return service.get("executions?masterplan_id=" + plan.masterplanId()).getString("items[0]." + field);
    }

    /** The seed by which the provider is busy as early as can be. */
    private static long earliestBusy() {
        return LongStream.range(0, 40)
                .boxed()
                .min(Comparator.comparingInt(TakeoverIT::busyAt))
                .orElseThrow();
    }

    private static int busyAt(long seed) {
        MasterPlanApproved plan = Approvals.of("notes", new Engine("blueprint", seed), true);
        List<UUID> subtasks = plan.plan()
                .tasks()
                .flatMap(t -> t.subtasks().stream())
                .map(Subtask::id)
                .toList();
        UUID busy = Rehearsed.busy(plan);
        return IntStream.range(0, subtasks.size())
                .filter(i -> subtasks.get(i).equals(busy))
                .findFirst()
                .orElseThrow();
    }
}
