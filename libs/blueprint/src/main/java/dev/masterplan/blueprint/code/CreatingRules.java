package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.code.RuleWriter.Draft;
import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.ReadSentence;
import dev.masterplan.blueprint.form.SentenceForm.AtMost;
import dev.masterplan.blueprint.form.SentenceForm.CreateOnlyIf;
import dev.masterplan.blueprint.form.SentenceForm.CreateUnlessRelated;
import dev.masterplan.blueprint.form.SentenceForm.Unique;
import dev.masterplan.messaging.plan.Aggregate.Lifecycle;
import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code creating.py}: what forbids a new record. */
final class CreatingRules extends RuleFamily {

    private static final String MODULE = "creating";
    private static final String AGAIN = "from app.rules import when_changed";

    CreatingRules(ProgramModel model, ReadSentence sentence) {
        super(model, sentence);
    }

    /** Counted when the record is there already: so it holds for one that is made and for one that changes hands. */
    Draft atMost(AtMost form) {
        Where where = Where.of(feature, form.where());
        String name = Names.name("at_most_" + form.max() + "_" + Names.described(model, feature, form.where()));
        String query = "SELECT count(*) AS total FROM " + Sql.name(feature.table()) + " WHERE " + Sql.name(form.via())
                + " = ?" + and(where);
        String body = def(name) + "    query = " + Python.text(query) + "\n    total = db.execute(query, "
                + where.tuple(of(form.via())) + ").fetchone()[\"total\"]\n    if total > " + form.max() + ":\n"
                + refuse(form.status(), "        ");
        String test = new RuleTest(this, name)
                .given("owner", target(form.via()), none())
                .times(form.max(), feature, form.via() + "=owner[\"id\"]", form.where())
                .allows("{\"" + form.via() + "\": owner[\"id\"]}")
                .times(1, feature, form.via() + "=owner[\"id\"]", form.where())
                .refuses("{\"" + form.via() + "\": owner[\"id\"]}", form.status())
                .text();
        List<String> registrations = new ArrayList<>(List.of(add("created", "TABLE", name)));
        Stream.concat(Stream.of(form.via()), form.where().stream().map(Condition::field))
                .distinct()
                .filter(f -> !feature.field(f).computed())
                .forEach(f -> registrations.add(add("changed", "TABLE", whenChanged(f, name))));
        back(form).forEach(step -> registrations.add(add("after " + step, "TABLE", name)));
        return new Draft(
                MODULE,
                name,
                "At most " + form.max() + " for each " + target(form.via()).one(),
                again(where),
                body,
                registrations,
                RuleTest.imports(this, MODULE, feature, target(form.via())),
                test);
    }

    /** Steps by which a record that did not count comes to count. */
    private List<String> back(AtMost form) {
        Lifecycle lifecycle = feature.aggregate().lifecycle();
        return lifecycle == null
                ? List.of()
                : lifecycle.transitions().stream()
                        .filter(t -> counts(form, lifecycle, t.to())
                                && t.from().stream().anyMatch(from -> !counts(form, lifecycle, from)))
                        .map(Transition::name)
                        .toList();
    }

    private static boolean counts(AtMost form, Lifecycle lifecycle, String state) {
        return form.where().stream()
                .filter(c -> c.field().equals(lifecycle.field()))
                .allMatch(c -> (c.op() == Condition.Op.EQ) == state.equals(c.value()));
    }

    Draft onlyIf(CreateOnlyIf form) {
        Feature target = target(form.via());
        Where where = Where.of(target, form.must());
        String name = Names.name("only_for_" + Names.described(model, target, form.must()));
        String query = "SELECT 1 FROM " + Sql.name(target.table()) + " WHERE id = ?" + and(where);
        String optional =
                feature.field(form.via()).required() ? "" : "    if " + of(form.via()) + " is None:\n        return\n";
        String body = def(name) + optional + refuseWhen(query, where.tuple(of(form.via())), "is None", form.status());
        String test = new RuleTest(this, name)
                .given("good", target, form.must())
                .allows("{\"" + form.via() + "\": good[\"id\"]}")
                .given("bad", target, Samples.broken(target, form.must()))
                .refuses("{\"" + form.via() + "\": bad[\"id\"]}", form.status())
                .text();
        return guarded(name, form.via(), "Only for a fitting " + target.one(), where, body, test, target);
    }

    Draft unlessRelated(CreateUnlessRelated form) {
        Feature related = model.feature(form.related());
        Where where = Where.of(related, form.where());
        String name = Names.name("not_while_" + Names.described(model, related, form.where()));
        String query = "SELECT 1 FROM " + Sql.name(related.table()) + " WHERE " + Sql.name(form.relatedVia()) + " = ?"
                + and(where);
        String body = def(name) + refuseWhen(query, where.tuple(of(form.via())), "is not None", form.status());
        String test = new RuleTest(this, name)
                .given("owner", target(form.via()), none())
                .allows("{\"" + form.via() + "\": owner[\"id\"]}")
                .times(1, related, form.relatedVia() + "=owner[\"id\"]", form.where())
                .refuses("{\"" + form.via() + "\": owner[\"id\"]}", form.status())
                .text();
        return guarded(
                name, form.via(), "Not while a certain " + related.one() + " is there", where, body, test, related);
    }

    private Draft guarded(String name, String via, String title, Where where, String body, String test, Feature other) {
        return new Draft(
                MODULE,
                name,
                title,
                again(where),
                body,
                List.of(add("create", "TABLE", name), add("change", "TABLE", whenChanged(via, name))),
                RuleTest.imports(this, MODULE, feature, other, target(via)),
                test);
    }

    private List<String> again(Where where) {
        List<String> imports = new ArrayList<>(imports(where.asksClock()));
        imports.add(AGAIN);
        return imports;
    }

    private static String whenChanged(String via, String name) {
        return "when_changed(" + Python.text(via) + ", " + name + ")";
    }

    /** One field is unique by its schema; several together, or another status than 409, need a rule. */
    Optional<Draft> unique(Unique form) {
        if (form.fields().size() == 1 && form.status() == 409) {
            return Optional.empty();
        }
        String name = Names.name("same_" + String.join("_and_", form.fields()) + "_once");
        String equal = String.join(
                " AND ", form.fields().stream().map(f -> Sql.name(f) + " = ?").toList());
        String values = String.join(", ", form.fields().stream().map(this::of).toList());
        String body = def(name) + "    query = "
                + Python.text("SELECT 1 FROM " + Sql.name(feature.table()) + " WHERE " + equal + " AND id <> ?")
                + "\n    if db.execute(query, (" + values + ", " + row()
                + ".get(\"id\", 0))).fetchone() is not None:\n"
                + refuse(form.status(), "        ");
        String record = "{name: known[name] for name in " + Python.tuple(form.fields()) + "}";
        String test = new RuleTest(this, name)
                .given("known", feature, none())
                .refuses(record, form.status())
                .text();
        return Optional.of(new Draft(
                MODULE,
                name,
                "The same twice is refused",
                imports(false),
                body,
                List.of(add("create", "TABLE", name), add("change", "TABLE", name)),
                RuleTest.imports(this, MODULE, feature),
                test));
    }

    private String of(String field) {
        return row() + "[" + Python.text(field) + "]";
    }

    private static String and(Where where) {
        return where.sql().equals("1") ? "" : " AND " + where.sql();
    }
}
