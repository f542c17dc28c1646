package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.code.RuleWriter.Draft;
import dev.masterplan.blueprint.form.ReadSentence;
import dev.masterplan.blueprint.form.SentenceForm.AmountPerDay;
import dev.masterplan.blueprint.form.SentenceForm.DateAfter;
import dev.masterplan.blueprint.form.SentenceForm.SumOfLines;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code values.py}, {@code totals.py}: what the program works out. */
final class ValueRules extends RuleFamily {

    private static final String MODULE = "values";

    ValueRules(ProgramModel model, ReadSentence sentence) {
        super(model, sentence);
    }

    Draft dateAfter(DateAfter form) {
        String name = Names.name(form.field() + "_from_" + form.base());
        String base = row() + "[" + Python.text(form.base()) + "]";
        String body = def(name) + "    " + row() + "[" + Python.text(form.field()) + "] = clock.days_after(" + base
                + ", " + form.days() + ") if " + base + " else None\n";
        String test = new RuleTest(this, name, MODULE)
                .line("record = {" + Python.text(form.base()) + ": \"2026-01-31\"}")
                .allows("record")
                .line("self.assertEqual(record[" + Python.text(form.field()) + "], \""
                        + java.time.LocalDate.of(2026, 1, 31).plusDays(form.days()) + "\")")
                .text();
        List<String> registrations = new ArrayList<>(List.of(add("value", "TABLE", name)));
        String changed = "";
        if (!feature.field(form.base()).computed()) {
            changed = "\n\ndef " + name + "_again(db, " + row() + "):\n"
                    + "    \"\"\"Moves it along when its first day changes.\"\"\"\n    " + name + "(db, " + row()
                    + ")\n    store.update(db, " + row() + "[\"id\"], {" + Python.text(form.field()) + ": " + row()
                    + "[" + Python.text(form.field()) + "]})\n";
            registrations.add(
                    add("changed", "TABLE", "when_changed(" + Python.text(form.base()) + ", " + name + "_again)"));
        }
        List<String> imports = new ArrayList<>(List.of(TABLE, CLOCK));
        if (!changed.isEmpty()) {
            imports.addAll(List.of("from . import store", "from app.rules import when_changed"));
        }
        return new Draft(
                MODULE,
                name,
                Text.capital(feature.field(form.field()).label()) + " " + form.days() + " days later",
                imports,
                body + changed,
                registrations,
                RuleTest.plain(this, MODULE),
                test);
    }

    Draft amountPerDay(AmountPerDay form) {
        Field field = feature.field(form.field());
        long rate = Units.of(field, form.rate());
        String name = Names.name(form.field() + "_per_day");
        String end =
                form.until() == null ? "clock.today()" : row() + "[" + Python.text(form.until()) + "] or clock.today()";
        String from = row() + "[" + Python.text(form.from()) + "]";
        String amount = "days * " + rate;
        String most = form.max() == null ? amount : "min(" + amount + ", " + Units.of(field, form.max()) + ")";
        String body = def(name) + "    end = " + end + "\n    days = max(0, clock.days_between(" + from
                + ", end)) if " + from + " else 0\n    " + row() + "[" + Python.text(form.field()) + "] = " + most
                + "\n";
        long three = cap(rate * 3, form, field);
        RuleTest test = new RuleTest(this, name, MODULE)
                .line("record = {" + Python.text(form.from()) + ": clock.days_after(clock.today(), -3)"
                        + (form.until() == null ? "" : ", " + Python.text(form.until()) + ": None") + "}")
                .allows("record")
                .line("self.assertEqual(record[" + Python.text(form.field()) + "], " + three + ")");
        return new Draft(
                MODULE,
                name,
                Text.capital(field.label()) + " for each day",
                List.of(TABLE, CLOCK),
                body,
                List.of(add("shown", "TABLE", name)),
                RuleTest.plain(this, MODULE),
                test.text());
    }

    private static long cap(long amount, AmountPerDay form, Field field) {
        return form.max() == null ? amount : Math.min(amount, Units.of(field, form.max()));
    }

    /** Written in the module of the lines, which change the sum. */
    Draft sum(SumOfLines form) {
        Feature lines = model.feature(form.lines());
        String name = Names.name(form.field() + "_of_" + feature.module());
        String factors = form.factors().stream().distinct().map(Sql::name).collect(Collectors.joining(", "));
        String product = form.factors().stream()
                .map(f -> "(each[" + Python.text(f) + "] or 0)")
                .collect(Collectors.joining(" * "));
        String query = "SELECT " + factors + " FROM " + Sql.name(lines.table()) + " WHERE " + Sql.name(form.linesVia())
                + " = ?";
        String update = "UPDATE " + Sql.name(feature.table()) + " SET " + Sql.name(form.field()) + " = ? WHERE id = ?";
        String via = "[" + Python.text(form.linesVia()) + "]";
        String line = lines.variable();
        String body = def(name, line) + "    query = " + Python.text(query) + "\n    for owner in {" + line + via + ", "
                + line + ".get(\"before\", " + line + ")" + via + "}:\n        total = sum(" + product
                + " for each in db.execute(query, (owner,)))" + inUnits(form, lines)
                + "\n        if abs(total) >= 10**15:\n            raise Refused(422, "
                + Python.text("the " + feature.field(form.field()).label() + " gets too large")
                + ")\n        db.execute("
                + Python.text(update) + ", (total, owner))\n"
                + "\n\ndef nothing_yet(db, " + row() + "):\n    \"\"\"A new " + feature.one()
                + " has no lines.\"\"\"\n    " + row() + "[" + Python.text(form.field()) + "] = 0\n";
        return new Draft(
                "totals",
                name,
                Text.capital(feature.field(form.field()).label()) + " is the sum of the lines",
                List.of(REFUSED, "from app.features." + feature.module() + ".schema import TABLE as OWNERS", TABLE),
                body,
                List.of(
                        add("value", "OWNERS", "nothing_yet"),
                        add("created", "TABLE", name),
                        add("changed", "TABLE", name),
                        add("removed", "TABLE", name)),
                List.of(),
                null);
    }

    /** Lines that bring the product of stored factors to the units of the sum, rounded half up. */
    private String inUnits(SumOfLines form, Feature lines) {
        int shift =
                form.factors().stream().mapToInt(f -> scale(lines.field(f))).sum() - scale(feature.field(form.field()));
        if (shift == 0) {
            return "";
        }
        String power = "10**" + Math.abs(shift);
        return "\n        total = "
                + (shift < 0 ? "total * " + power : "(2 * total + " + power + ") // (2 * " + power + ")");
    }

    private static int scale(Field field) {
        return field.type() != FieldType.DECIMAL ? 0 : field.scale() == null ? 2 : field.scale();
    }
}
