package dev.masterplan.planner.analysis;

import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Time and cost of a plan written by rules: no money unless a rehearsal invents prices, and seconds that grow with atoms,
 * waves and the tests that run again after each wave from which they are due.
 */
public final class Estimator {

    private static final String NO_MODEL = "rules write plan, code and tests: no model is called, $0.00";
    private static final String NO_FAULT = "no repair round, nobody pauses the run";
    private static final String FAULTS =
            "rehearsal: prices are invented, $%.2f a file, so that the soft limit is crossed; "
                    + "faults are injected, so that %d files more are written; never above the hard limit";

    private final Pace pace;

    public Estimator(Pace pace) {
        this.pace = pace;
    }

    public Estimate of(PlanDocument plan, List<TestSpecification> tests, Prices prices) {
        TaskGraph graph = TaskGraph.of(plan);
        int waves = graph.cycles().isEmpty() ? graph.levels().size() : 0;
        int tasks = (int) plan.tasks().count();
        int subtasks = plan.tasks().mapToInt(task -> task.subtasks().size()).sum();
        return new Estimate(
                cost(prices, subtasks),
                seconds(subtasks, waves, tests.size()),
                subtasks,
                waves,
                tasks,
                subtasks,
                (int) plan.milestones().count(),
                plan.phases().size(),
                tests.size(),
                assumptions(prices));
    }

    /** What a part of a plan takes that is done again. @param levels how many atoms stand in a row at most */
    public Estimate again(int atoms, int levels, int tests, Prices prices) {
        double seconds = atoms == 0 ? 0 : seconds(atoms, levels, tests);
        return new Estimate(
                new Estimate.Cost(prices.written(atoms), prices.written(atoms), prices.most()),
                seconds,
                atoms,
                levels,
                0,
                atoms,
                0,
                0,
                tests,
                assumptions(prices));
    }

    /** Tests become due evenly over the waves, so that on average each runs after half of them. */
    private double seconds(int atoms, int waves, int tests) {
        double runs = tests * (waves + 1) / 2.0;
        double seconds = pace.preparation() + atoms * pace.atom() + waves * pace.wave() + runs * pace.test();
        return Math.round(seconds * 10) / 10.0;
    }

    /** At least each file once, likely those with a fault again, never more than may be spent. */
    private static Estimate.Cost cost(Prices prices, int files) {
        return new Estimate.Cost(prices.written(files), prices.written(files + prices.writtenAgain()), prices.most());
    }

    private List<String> assumptions(Prices prices) {
        List<String> first = prices.free()
                ? List.of(NO_MODEL, NO_FAULT)
                : List.of(said(FAULTS, prices.ofAFile(), prices.writtenAgain()));
        return Stream.concat(first.stream(), pace().stream()).toList();
    }

    private List<String> pace() {
        return List.of(
                said("%.2f s to prepare, %.2f s an atom, %.2f s a wave", pace.preparation(), pace.atom(), pace.wave()),
                said("a due test takes %.2f s and runs after every wave from the one it is due in", pace.test()));
    }

    private static String said(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Seconds that one of each takes. */
    public record Pace(double preparation, double atom, double wave, double test) {}
}
