package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.code.RuleWriter.Draft;
import dev.masterplan.blueprint.form.ReadSentence;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.Effect;
import dev.masterplan.blueprint.form.SentenceForm.HandOver;
import dev.masterplan.blueprint.form.Words;
import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code effects.py}, {@code handing_over.py}: what happens to other records when one is created or moved. */
final class EffectRules extends RuleFamily {

    private static final String LEFT = "_taken_back_first";

    EffectRules(ProgramModel model, ReadSentence sentence) {
        super(model, sentence);
    }

    Draft effect(Effect form) {
        Feature changed = form.via() == null ? feature : target(form.via());
        String id = row() + "[" + (form.via() == null ? "\"id\"" : Python.text(form.via())) + "]";
        String value = Literal.now(changed.field(form.field()), form.value());
        String name = Names.name(Words.snake(form.on()) + "_sets_" + changed.module() + "_" + form.field());
        String optional = form.via() == null || feature.field(form.via()).required()
                ? ""
                : "    if " + id + " is None:\n        return\n";
        Optional<String> stays = stays(form, feature, name);
        String body = def(name) + optional + "    " + rowsName(changed) + ".update(db, " + id + ", {"
                + Python.text(form.field()) + ": " + value + "})\n" + stays.orElse("");
        List<String> imports = new ArrayList<>(List.of(TABLE, rows(changed)));
        if (form.value().startsWith("@")) {
            imports.add(CLOCK);
        }
        String moment = form.on().equals("create") ? "created" : "after " + form.on();
        List<String> registrations = new ArrayList<>(List.of(add(moment, "TABLE", name)));
        if (stays.isPresent()) {
            imports.add(REFUSED);
            registrations.add(add("remove", "TABLE", name + LEFT));
        }
        return new Draft(
                "effects",
                name,
                Text.capital(form.on()) + " sets " + changed.field(form.field()).label(),
                imports,
                body,
                registrations,
                effectImports(form, changed),
                effectTest(form, changed, name, value));
    }

    /** Empty where a record may go whenever it likes. */
    private Optional<String> stays(SentenceForm form, Feature owner, String name) {
        return model.bonds()
                .mark(form)
                .map(model.bonds()::held)
                .filter(states -> !states.isEmpty())
                .map(states -> "\n\n" + def(name + LEFT, owner.variable()).stripTrailing() + "\n    if "
                        + owner.variable() + "[" + Python.text(stateField(owner)) + "] in " + Python.tuple(states)
                        + ":\n        raise Refused(409, "
                        + Python.text("a step still has to take back what it did: it is ") + " + "
                        + owner.variable() + "[" + Python.text(stateField(owner)) + "])\n");
    }

    private String effectTest(Effect form, Feature changed, String name, String value) {
        String id = form.via() == null ? "record[\"id\"]" : "record[" + Python.text(form.via()) + "]";
        return new RuleTest(this, name, "effects")
                .given("record", feature, none())
                .allows("record")
                .line("row = " + rowsName(changed) + ".find(db, " + id + ")")
                .line("self.assertEqual(row[" + Python.text(form.field()) + "], " + value + ")")
                .text();
    }

    private List<String> effectImports(Effect form, Feature changed) {
        List<String> imports = new ArrayList<>(RuleTest.plain(this, "effects", feature));
        imports.add("from app.features." + changed.module() + " import store"
                + (changed.equals(feature) ? "" : " as " + rowsName(changed)));
        return imports;
    }

    Draft handOver(HandOver form) {
        Feature item = target(form.item());
        Feature queue = model.feature(form.target());
        Where where = Where.of(queue, form.where());
        String name = Names.name(item.module() + "_goes_to_first_" + queue.module());
        Optional<String> stays = stays(form, queue, name);
        String query = "SELECT id FROM " + Sql.name(queue.table()) + " WHERE " + Sql.name(form.targetMatch())
                + " = ? AND " + where.sql() + " ORDER BY id LIMIT 1";
        String body = def(name) + "    item = " + rowsName(item) + ".find(db, " + row() + "["
                + Python.text(form.item()) + "])\n    query = " + Python.text(query)
                + "\n    first = db.execute(query, " + where.tuple("item[" + Python.text(form.matchVia()) + "]")
                + ").fetchone()\n    if first is None:\n        return\n" + given(form, item, queue)
                + stays.orElse("");
        String test = new RuleTest(this, name, "handing_over")
                .given("record", feature, none())
                .line("item = " + rowsName(item) + ".find(db, record[" + Python.text(form.item()) + "])")
                .times(1, queue, form.targetMatch() + "=item[" + Python.text(form.matchVia()) + "]", form.where())
                .allows("record")
                .line("row = " + rowsName(queue) + ".find(db, 1)")
                .line("self.assertEqual(row[" + Python.text(stateField(queue)) + "], " + Python.text(next(form, queue))
                        + ")")
                .text();
        List<String> testImports = new ArrayList<>(RuleTest.plain(this, "handing_over", feature, queue));
        testImports.add("from app.features." + item.module() + " import store as " + item.module() + "_rows");
        testImports.add("from app.features." + queue.module() + " import store as " + queue.module() + "_rows");
        List<String> imports = new ArrayList<>(List.of(TABLE, rows(item), rows(queue)));
        if (where.asksClock()) {
            imports.add(CLOCK);
        }
        List<String> registrations = new ArrayList<>(List.of(add("after " + form.on(), "TABLE", name)));
        if (stays.isPresent()) {
            imports.add(REFUSED);
            imports.add("from app.features." + queue.module() + ".schema import TABLE as QUEUE");
            registrations.add(add("remove", "QUEUE", name + LEFT));
        }
        return new Draft(
                "handing_over",
                name,
                Text.capital(item.one()) + " to the first " + queue.one(),
                imports,
                body,
                registrations,
                testImports,
                test);
    }

    private String given(HandOver form, Feature item, Feature queue) {
        String received = form.targetItem() == null ? "" : ", " + Python.text(form.targetItem()) + ": item[\"id\"]";
        String moved = "    " + rowsName(queue) + ".update(db, first[\"id\"], {" + Python.text(stateField(queue)) + ": "
                + Python.text(next(form, queue)) + received + "})\n";
        if (form.itemState() == null) {
            return moved;
        }
        String field = item.stateOrChoice(form.itemState());
        return moved + "    " + rowsName(item) + ".update(db, item[\"id\"], {" + Python.text(field) + ": "
                + Python.text(form.itemState()) + "})\n";
    }

    private static String stateField(Feature queue) {
        return queue.aggregate().lifecycle().field();
    }

    private static String next(HandOver form, Feature queue) {
        return queue.aggregate().lifecycle().transitions().stream()
                .filter(t -> t.name().equals(form.transition()))
                .map(Transition::to)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no transition " + form.transition()));
    }
}
