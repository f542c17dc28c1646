package dev.masterplan.planner.exchange.own;

import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Discovery.BoundedContext;
import dev.masterplan.messaging.plan.Discovery.Noted;
import dev.masterplan.messaging.plan.Discovery.Question;
import dev.masterplan.messaging.plan.Discovery.Stack;
import dev.masterplan.messaging.plan.Discovery.UnreadSentence;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.Limits;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Phase;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Requirement.Coverage;
import dev.masterplan.messaging.plan.Requirement.Reading;
import dev.masterplan.messaging.plan.Source;
import dev.masterplan.messaging.plan.TestSpecification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Plans that no rule has looked at: every field has some value or none, texts hold what JSON has to escape. */
final class RandomPlans {

    private static final String LETTERS = "ab Z9\"\\\n\t/<>é→🎯\u2028{}[]:,";

    private final Random random;

    RandomPlans(long seed) {
        this.random = new Random(seed);
    }

    ExportedPlan plan() {
        List<UUID> tasks = some(8, n -> id());
        return new ExportedPlan(
                ExportedPlan.FORMAT,
                text(),
                new Engine("blueprint", maybe(random::nextLong)),
                new Limits(
                        new BigDecimal("0.50"),
                        new BigDecimal("100.00").add(BigDecimal.valueOf(random.nextInt(99))),
                        1),
                discovery(),
                new PlanDocument(some(4, n -> new Phase(text(), some(3, m -> milestone(m, tasks))))),
                some(5, n -> test(tasks)));
    }

    private Milestone milestone(int number, List<UUID> tasks) {
        return new Milestone(id(), number, text(), maybe(this::text), some(2, n -> id()), some(4, n -> task(n, tasks)));
    }

    private Task task(int number, List<UUID> tasks) {
        return new Task(
                id(),
                number,
                text(),
                maybe(this::text),
                maybe(this::text),
                Complexity.values()[random.nextInt(4)],
                tasks,
                some(3, n -> text()),
                some(3, n -> id()),
                some(5, this::subtask));
    }

    private Subtask subtask(int number) {
        SubtaskKind kind = SubtaskKind.values()[random.nextInt(2)];
        return new Subtask(
                id(), number, text(), maybe(this::text), kind, maybe(this::text), maybe(random::nextBoolean));
    }

    private TestSpecification test(List<UUID> tasks) {
        return new TestSpecification(
                text(),
                id(),
                text(),
                priority(),
                text(),
                maybe(this::text),
                text(),
                text(),
                tasks,
                random.nextBoolean());
    }

    private Discovery discovery() {
        return new Discovery(
                text(),
                maybe(this::text),
                new Stack(text(), maybe(this::text), maybe(this::text)),
                some(6, this::requirement),
                some(2, n -> new BoundedContext(text(), some(2, m -> text()))),
                some(3, n -> aggregate()),
                some(2, n -> new Noted(text(), maybe(this::text))),
                List.of(),
                some(1, n -> new Noted(text(), text())),
                some(3, n -> text()),
                some(2, n -> new Question("Q-" + n, text(), some(3, m -> text()), text(), maybe(this::text))),
                some(1, n -> text()),
                some(2, n -> text()),
                some(2, n -> new UnreadSentence(text(), source(), priority(), some(2, m -> text()))));
    }

    private Requirement requirement(int number) {
        Coverage coverage = List.of(Coverage.covered(), Coverage.notCovered(text()), Coverage.deferred(text(), text()))
                .get(random.nextInt(3));
        Reading reading = new Reading(text(), Map.of("n", random.nextInt(), "list", some(3, n -> text()), "yes", true));
        return new Requirement(
                id(),
                "R-" + number,
                text(),
                source(),
                priority(),
                maybe(this::text),
                maybe(this::text),
                maybe(() -> reading),
                coverage);
    }

    private Aggregate aggregate() {
        return new Aggregate(
                text(), text(), text(), maybe(this::text), some(3, n -> field()), null, random.nextInt(99));
    }

    private Aggregate.Field field() {
        Aggregate.FieldType type = Aggregate.FieldType.values()[random.nextInt(Aggregate.FieldType.values().length)];
        return new Aggregate.Field(
                text(),
                text(),
                type,
                random.nextBoolean(),
                random.nextBoolean(),
                maybe(() -> new BigDecimal("1.50")),
                random.nextBoolean(),
                null,
                maybe(() -> 3),
                null,
                maybe(() -> 2),
                maybe(this::text),
                some(3, n -> text()),
                maybe(this::text),
                maybe(this::text),
                random.nextBoolean());
    }

    private Source source() {
        return new Source(id(), random.nextInt(1000));
    }

    private Priority priority() {
        return random.nextBoolean() ? Priority.MUST : Priority.SHOULD;
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T maybe(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }

    private <T> List<T> some(int most, IntFunction<T> value) {
        List<T> values = new ArrayList<>();
        int count = random.nextInt(most + 1);
        for (int i = 1; i <= count; i++) {
            values.add(value.apply(i));
        }
        return values;
    }

    /** Never blank. */
    private String text() {
        StringBuilder text = new StringBuilder("x");
        int[] letters = LETTERS.codePoints().toArray();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }
}
