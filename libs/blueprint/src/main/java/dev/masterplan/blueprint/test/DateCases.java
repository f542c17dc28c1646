package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.SentenceForm.AmountPerDay;
import dev.masterplan.blueprint.form.SentenceForm.DateAfter;
import dev.masterplan.blueprint.form.SentenceForm.Effect;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dates and amounts that the program computes from days. */
final class DateCases {

    /** Before the end of a month, of a leap February and of a year. */
    private static final List<String> BASES = List.of("2031-01-15", "2032-02-09", "2031-12-20", "2031-04-01");

    private static final List<Integer> LATE = List.of(1, 3, 7);

    private final World world;
    private final Recipes recipes;

    DateCases(World world) {
        this.world = world;
        this.recipes = new Recipes(world);
    }

    /** "A loan is due 21 days after it is lent". */
    List<AcceptanceCase> after(DateAfter form) {
        String name = Python.text(form.entity());
        String field = Python.text(form.field());
        String words = Python.words(form.entity());
        Script today = new Script()
                .add("made = app.make(%s%s)", name, base(form, 0))
                .add("holds(made, {%s: app.day(%d)})", field, form.days())
                .add("app.later(days=2)")
                .add("holds(app.read(%s, made), {%s: made[%s]})", name, field, field)
                .add("made = app.make(%s%s)", name, base(form, 0))
                .add("holds(made, {%s: app.day(%d)})", field, form.days());
        List<AcceptanceCase> cases = new ArrayList<>();
        cases.add(AcceptanceCase.of(
                "counted-from-today",
                Spoken.one(form.entity()) + " made today, and one made two days later",
                "they are read",
                form.field() + " is " + form.days() + " days after each of these days, and stays",
                today.says(form.days() + " days later")));
        if (sentDate(form).isPresent()) {
            Script given = new Script()
                    .add("first = app.make(%s%s)", name, base(form, 0))
                    .add("for base, expected in [");
            BASES.forEach(b -> given.add(
                    "    (%s, %s),",
                    Python.text(b),
                    Python.text(LocalDate.parse(b).plusDays(form.days()).toString())));
            given.add("]:")
                    .add("    made = app.make(%s, %s=base)", name, form.base())
                    .add("    holds(made, {%s: base, %s: expected})", Python.text(form.base()), field)
                    .add("    equal(app.read(%s, made), made, \"what is read again\")", name);
            if (world.isFree(form.entity())) {
                given.add("    holds(app.change(%s, first, %s=base), {%s: expected})", name, form.base(), field)
                        .add("    holds(app.read(%s, first), {%s: expected})", name, field);
            }
            given.add("late = \"9999-12-31\"")
                    .add(
                            "refused(app.post(%s, app.body(%s, %s=late)), 422)",
                            Python.text("/" + world.aggregate(form.entity()).path()), name, form.base());
            cases.add(AcceptanceCase.of(
                    "counted-from-a-given-day",
                    aggregatePlural(form.entity()) + " whose " + form.base()
                            + " lies before the end of a month and a year",
                    "they are made, one is changed to each of these days, and one is made on the calendar's last day",
                    form.field() + " is " + form.days() + " days after it, and the last one is refused with 422",
                    given.says("over the ends of months and years")));
        }
        return cases;
    }

    private Optional<Field> sentDate(DateAfter form) {
        Aggregate aggregate = world.aggregate(form.entity());
        return aggregate.field(form.base()).filter(f -> f.type() == FieldType.DATE && world.isSent(aggregate, f));
    }

    private String base(DateAfter form, int days) {
        return sentDate(form)
                .filter(f -> f.defaultValue() == null)
                .map(f -> ", " + f.name() + "=app.day(" + days + ")")
                .orElse("");
    }

    private String aggregatePlural(String entity) {
        return world.aggregate(entity).plural();
    }

    /** "The fine is 0.50 for each day overdue, at most 10.00". */
    List<AcceptanceCase> amount(AmountPerDay form) {
        Optional<DateAfter> rule = world.forms(DateAfter.class)
                .filter(d -> d.entity().equals(form.entity()) && d.field().equals(form.from()))
                .findFirst();
        int free = rule.map(DateAfter::days).orElse(0);
        List<AcceptanceCase> cases = new ArrayList<>();
        String shifted = rule.flatMap(this::sentDate).map(Field::name).orElse(rule.isEmpty() ? form.from() : null);
        if (shifted != null) {
            cases.add(table(form, shifted, free));
        }
        cases.addAll(timed(form, shifted, free));
        return cases;
    }

    private AcceptanceCase table(AmountPerDay form, String shifted, int free) {
        Map<Integer, BigDecimal> amounts = new LinkedHashMap<>();
        amounts.put(-free, BigDecimal.ZERO);
        amounts.put(0, BigDecimal.ZERO);
        LATE.forEach(days -> amounts.put(days, at(form, days)));
        if (form.max() != null) {
            int full = form.max().divide(form.rate(), RoundingMode.CEILING).intValue();
            List.of(full - 1, full, full + 1, full + 30).forEach(days -> amounts.put(days, at(form, days)));
        }
        Script script = new Script().add("for days, expected in [");
        amounts.forEach((days, amount) -> script.add("    (%d, %s),", days, Python.number(amount)));
        script.add("]:")
                .add("    made = app.make(%s, %s=app.day(-%d - days))", Python.text(form.entity()), shifted, free)
                .add(
                        "    holds(app.read(%s, made), {%s: expected})",
                        Python.text(form.entity()), Python.text(form.field()));
        return AcceptanceCase.of(
                "amount-by-days",
                aggregatePlural(form.entity()) + " with different numbers of days after " + form.from(),
                "they are read",
                form.field() + " is " + form.rate() + " for each day"
                        + (form.max() == null ? "" : ", at most " + form.max()),
                script.says(form.rate() + " a day" + (form.max() == null ? "" : ", at most " + form.max())));
    }

    private static BigDecimal at(AmountPerDay form, int days) {
        BigDecimal amount = form.rate().multiply(BigDecimal.valueOf(Math.max(0, days)));
        return form.max() == null ? amount : amount.min(form.max());
    }

    /** What the ending does to others, it does after the last free day, too. */
    private void late(Script script, AmountPerDay form) {
        List<Effect> effects = world.forms(Effect.class)
                .filter(e -> e.entity().equals(form.entity()))
                .toList();
        effects.stream()
                .filter(e -> e.via() == null && e.field().equals(form.until()))
                .findFirst()
                .ifPresent(ending -> effects.stream()
                        .filter(e -> e.on().equals(ending.on()) && e.via() != null)
                        .filter(e -> !e.value().startsWith("@"))
                        .forEach(e -> {
                            String target = world.field(e.entity(), e.via()).references();
                            script.add(
                                    "holds(app.read(%s, {\"id\": made[%s]}), {%s: %s})",
                                    Python.text(target),
                                    Python.text(e.via()),
                                    Python.text(e.field()),
                                    Python.value(world.field(target, e.field()), e.value()));
                        }));
    }

    private List<AcceptanceCase> timed(AmountPerDay form, String shifted, int free) {
        String name = Python.text(form.entity());
        String field = Python.text(form.field());
        String base = shifted == null ? "" : ", %s=app.day(0)".formatted(shifted);
        Optional<List<String>> end = world.forms(Effect.class)
                .filter(e -> e.entity().equals(form.entity())
                        && e.via() == null
                        && e.field().equals(form.until()))
                .findFirst()
                .flatMap(e -> recipes.toStep(world.aggregate(form.entity()), e.on()));
        Script script = new Script()
                .add("made = app.make(%s%s)", name, base)
                .add("app.later(days=%d)", free)
                .add("holds(app.read(%s, made), {%s: 0})", name, field)
                .add("app.later(days=2)")
                .add("holds(app.read(%s, made), {%s: %s})", name, field, Python.number(at(form, 2)));
        end.ifPresent(lines -> {
            Recipe.plain().then(lines).follow(script, "made");
            late(script, form);
            script.add("app.later(days=4)")
                    .add("holds(app.read(%s, made), {%s: %s})", name, field, Python.number(at(form, 2)));
        });
        return List.of(AcceptanceCase.of(
                "amount-as-time-passes",
                Spoken.one(form.entity()) + " made today",
                "the last free day comes, two more days pass" + (end.isPresent() ? ", it ends and four more pass" : ""),
                form.field() + " is 0, then " + at(form, 2) + (end.isPresent() ? ", and stays" : ""),
                script.says("0, then " + at(form, 2))));
    }
}
