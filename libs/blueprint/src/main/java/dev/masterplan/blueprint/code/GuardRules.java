package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.code.RuleWriter.Draft;
import dev.masterplan.blueprint.form.ReadSentence;
import dev.masterplan.blueprint.form.SentenceForm.ChangeOnlyWhile;
import dev.masterplan.blueprint.form.SentenceForm.DeleteUnlessRelated;
import dev.masterplan.blueprint.form.SentenceForm.TransitionOnlyIf;
import dev.masterplan.blueprint.form.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code deleting.py}, {@code changing.py}, {@code moving.py}: what forbids something to happen to a record. */
final class GuardRules extends RuleFamily {

    private static final Map<String, String> MOMENTS =
            Map.of("create", "create", "update", "change", "delete", "remove");

    GuardRules(ProgramModel model, ReadSentence sentence) {
        super(model, sentence);
    }

    Draft delete(DeleteUnlessRelated form) {
        Feature related = model.feature(form.related());
        Where where = Where.of(related, form.where());
        String name = Names.name("not_with_" + Names.described(model, related, form.where()));
        String query = "SELECT 1 FROM " + Sql.name(related.table()) + " WHERE " + Sql.name(form.relatedVia()) + " = ?"
                + (form.where().isEmpty() ? "" : " AND " + where.sql());
        String body = def(name) + refuseWhen(query, where.tuple(row() + "[\"id\"]"), "is not None", form.status());
        String test = new RuleTest(this, name, "deleting")
                .given("owner", feature, none())
                .allows("owner")
                .times(1, related, form.relatedVia() + "=owner[\"id\"]", form.where())
                .refuses("owner", form.status())
                .text();
        return new Draft(
                "deleting",
                name,
                "Not deleted while " + related.many() + " need it",
                imports(where.asksClock()),
                body,
                List.of(add("remove", "TABLE", name)),
                RuleTest.imports(this, "deleting", feature, related),
                test);
    }

    Draft change(ChangeOnlyWhile form) {
        Feature owner = form.via() == null ? feature : target(form.via());
        Where where = Where.of(owner, form.must());
        String name = Names.name("only_while_" + Names.described(model, owner, form.must()));
        String query = "SELECT 1 FROM " + Sql.name(owner.table()) + " WHERE id = ? AND " + where.sql();
        String body = def(name)
                + (form.via() == null
                        ? refuseWhen(query, where.tuple(row() + "[\"id\"]"), "is None", form.status())
                        : ofEachOwner(form, query, where));
        List<String> registrations = new ArrayList<>();
        form.operations().stream().map(MOMENTS::get).forEach(m -> registrations.add(add(m, "TABLE", name)));
        List<String> imports = imports(where.asksClock());
        if (form.via() != null && !form.operations().contains("update")) {
            imports.add("from app.rules import when_changed");
            registrations.add(add("change", "TABLE", "when_changed(" + Python.text(form.via()) + ", " + name + ")"));
        }
        String key = form.via() == null ? "\"id\"" : Python.text(form.via());
        String test = new RuleTest(this, name, "changing")
                .given("good", owner, form.must())
                .allows("{" + key + ": good[\"id\"]}")
                .given("bad", owner, Samples.broken(owner, form.must()))
                .refuses("{" + key + ": bad[\"id\"]}", form.status())
                .text();
        return new Draft(
                "changing",
                name,
                "Changed only while allowed",
                imports,
                body,
                registrations,
                RuleTest.imports(this, "changing", owner),
                test);
    }

    /** To move to another owner is to be removed from the old one and added to the new one. */
    private String ofEachOwner(ChangeOnlyWhile form, String query, Where where) {
        String via = "[" + Python.text(form.via()) + "]";
        List<String> owners = new ArrayList<>();
        if (form.operations().contains("update") || form.operations().contains("delete")) {
            owners.add(row() + ".get(\"before\", " + row() + ")" + via);
        }
        if (form.operations().contains("update") || form.operations().contains("create")) {
            owners.add(row() + via);
        }
        String none = feature.field(form.via()).required() ? "" : " - {None}";
        return "    query = " + Python.text(query) + "\n    for owner in {" + String.join(", ", owners) + "}" + none
                + ":\n        if db.execute(query, " + where.tuple("owner") + ").fetchone() is None:\n"
                + refuse(form.status(), "            ");
    }

    Draft transition(TransitionOnlyIf form) {
        Feature owner = form.via() == null ? feature : target(form.via());
        Where where = Where.of(owner, form.must());
        String name =
                Names.name(Words.snake(form.transition()) + "_only_if_" + Names.described(model, owner, form.must()));
        String key = form.via() == null ? "\"id\"" : Python.text(form.via());
        String query = "SELECT 1 FROM " + Sql.name(owner.table()) + " WHERE id = ? AND " + where.sql();
        String body = def(name) + refuseWhen(query, where.tuple(row() + "[" + key + "]"), "is None", form.status());
        String test = new RuleTest(this, name, "moving")
                .given("good", owner, form.must())
                .allows("{" + key + ": good[\"id\"]}")
                .given("bad", owner, Samples.broken(owner, form.must()))
                .refuses("{" + key + ": bad[\"id\"]}", form.status())
                .text();
        return new Draft(
                "moving",
                name,
                Text.capital(form.transition()) + " only when allowed",
                imports(where.asksClock()),
                body,
                List.of(add(form.transition(), "TABLE", name)),
                RuleTest.imports(this, "moving", owner),
                test);
    }
}
