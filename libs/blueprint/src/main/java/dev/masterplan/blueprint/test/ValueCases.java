package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.SentenceForm.DefaultValue;
import dev.masterplan.blueprint.form.SentenceForm.SumOfLines;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Values that the program fills in: defaults and sums. */
final class ValueCases {

    private static final BigDecimal CENTS = new BigDecimal("19.87");

    private final World world;

    ValueCases(World world) {
        this.world = world;
    }

    /** "Priority is normal if nobody says". */
    List<AcceptanceCase> byDefault(DefaultValue form) {
        Field field = world.field(form.entity(), form.field());
        String name = Python.text(form.entity());
        String key = Python.text(form.field());
        Script script = new Script()
                .add("made = app.make(%s)", name)
                .add("holds(made, {%s: %s})", key, Python.value(field, form.value()))
                .add("equal(app.read(%s, made), made, \"what is read again\")", name);
        if (world.isSent(world.aggregate(form.entity()), field)) {
            Literals.other(field, form.value())
                    .ifPresent(other -> script.add("said = {%s: %s}", key, Python.value(field, other))
                            .add("holds(app.make(%s, **said), said)", name));
        }
        return List.of(AcceptanceCase.of(
                "default-if-nobody-says",
                Spoken.one(form.entity()) + " made without " + form.field() + ", and one made with it",
                "they are read",
                form.field() + " is " + form.value() + " of the first, and what was said of the other",
                script.says(form.field() + " is " + form.value() + " by default")));
    }

    /** "total = sum of lines.quantity * lines.unit_price". */
    List<AcceptanceCase> sum(SumOfLines form) {
        Aggregate lines = world.aggregate(form.lines());
        List<String> changeable = form.factors().stream()
                .filter(f -> lines.field(f).filter(l -> world.isSent(lines, l)).isPresent())
                .toList();
        String product = form.factors().stream()
                .map(f -> "number(line, " + Python.text(f) + ")")
                .collect(Collectors.joining(" * "));
        Script script = new Script()
                .add("def total_is_right(owner):")
                .add(
                        "    lines = items(app.get(%s, %s=owner[\"id\"]))",
                        Python.text("/" + lines.path()), form.linesVia())
                .add("    expected = round(sum(%s for line in lines), 2)", product)
                .add("    assert expected > 0 or not lines, \"the lines add up to nothing\"")
                .add(
                        "    holds(app.read(%s, owner), {%s: expected})",
                        Python.text(form.entity()), Python.text(form.field()))
                .add("    return len(lines)")
                .add("")
                .add("owner = app.make(%s)", Python.text(form.entity()))
                .add("app.make(%s)", Python.text(form.lines()))
                .add("equal(total_is_right(owner), 0, \"the lines at first\")")
                .add("holds(app.read(%s, owner), {%s: 0})", Python.text(form.entity()), Python.text(form.field()))
                .add(
                        "first = app.make(%s, %s=owner[\"id\"]%s)",
                        Python.text(form.lines()), form.linesVia(), cents(lines, changeable))
                .add("equal(total_is_right(owner), 1, \"the lines after one was added\")")
                .add("alike = {name: first[name] for name in %s}", Python.list(changeable))
                .add("second = app.make(%s, %s=owner[\"id\"], **alike)", Python.text(form.lines()), form.linesVia())
                .add("equal(total_is_right(owner), 2, \"the lines after two were added\")");
        changeable.forEach(f -> script.add(
                        "app.change(%s, first, %s=round(first[%s] + 3, 2))",
                        Python.text(form.lines()), Python.keyword(f), Python.text(f))
                .add("total_is_right(owner)"));
        if (world.movable(lines).stream().anyMatch(f -> f.name().equals(form.linesVia()))) {
            script.add("another = app.make(%s)", Python.text(form.entity()))
                    .add("app.change(%s, second, %s=another[\"id\"])", Python.text(form.lines()), form.linesVia())
                    .add(
                            "equal([total_is_right(owner), total_is_right(another)], [1, 1], \"the lines after one was moved\")")
                    .add("app.change(%s, second, %s=owner[\"id\"])", Python.text(form.lines()), form.linesVia())
                    .add(
                            "equal([total_is_right(owner), total_is_right(another)], [2, 0], \"the lines after it was moved back\")");
        }
        script.add("expect(app.delete(app.path(%s, second)), 204)", Python.text(form.lines()))
                .add("equal(total_is_right(owner), 1, \"the lines after one was removed\")");
        return List.of(AcceptanceCase.of(
                "right-after-every-change",
                Spoken.one(form.entity()) + " without " + lines.plural(),
                "two alike are added, one is changed, one is moved and back, one is removed, and another "
                        + Python.words(form.entity()) + " has its own",
                form.field() + " is the sum of its own each time",
                script.says(form.field() + " right after every change")));
    }

    /** Amounts that no rounding to whole numbers or tenths leaves as they are. */
    private static String cents(Aggregate lines, List<String> changeable) {
        return changeable.stream()
                .flatMap(f -> lines.field(f).stream())
                .filter(f -> f.type() == Aggregate.FieldType.DECIMAL && f.scale() != null && f.scale() >= 2)
                .filter(f -> f.max() == null || f.max().compareTo(CENTS) > 0)
                .filter(f -> f.min() == null || f.min().compareTo(CENTS) < 0)
                .map(f -> ", " + Python.keyword(f.name()) + "=" + CENTS)
                .collect(Collectors.joining());
    }
}
