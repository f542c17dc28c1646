package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.code.RuleWriter.Draft;
import dev.masterplan.blueprint.form.ReadSentence;
import dev.masterplan.blueprint.form.SentenceForm.Report;
import dev.masterplan.blueprint.form.Words;
import java.util.ArrayList;
import java.util.List;

/** {@code reports.py}: lists that a sentence names. */
final class ReportRules extends RuleFamily {

    ReportRules(ProgramModel model, ReadSentence sentence) {
        super(model, sentence);
    }

    Draft report(Report form) {
        Where where = Where.of(feature, form.where());
        String name = Names.name(Words.snake(form.name()) + "_" + Words.snake(feature.many()));
        String order = (form.descending() ? "-" : "") + (form.sort() == null ? "id" : form.sort());
        String constant = Words.snake(form.name()).toUpperCase(java.util.Locale.ROOT);
        String parameters = where.parameters().isEmpty() ? "()" : tuple(where.parameters());
        String body = constant + " = Listing(TABLE, FIELDS, order=" + Python.text(order) + ")\n\n\ndef " + name
                + "(program):\n" + Python.doc(requirement.key() + ": " + requirement.sentence(), "    ")
                + "\n    def handle(request):\n        with program.store.read() as db:\n"
                + "            condition = " + Python.text(where.sql()) + "\n            return answer("
                + constant + ".shown(db, request.query(), condition, " + parameters + ", program.rules))\n"
                + "\n    return handle\n";
        List<String> imports = new ArrayList<>(List.of(
                "from app.listing import Listing", "from app.web import answer", "from .schema import FIELDS, TABLE"));
        if (where.asksClock()) {
            imports.add(CLOCK);
        }
        String path = feature.url() + "/" + Words.kebab(form.name());
        String test = new RuleTest(this, name, "reports")
                .given("record", feature, form.where())
                .given("_", feature, Samples.broken(feature, form.where()))
                .outside("_, page = self.call(\"GET\", \"" + path + "\")")
                .outside("self.assertEqual([item[\"id\"] for item in page[\"items\"]], [record[\"id\"]])")
                .text();
        List<String> testImports = new ArrayList<>();
        testImports.add("from tests.samples import " + feature.module() + " as " + RuleTest.sample(feature));
        return new Draft(
                "reports",
                name,
                "The list at " + path,
                imports,
                body,
                List.of("program.routes.add(\"GET\", \"" + path + "\", " + name + "(program))"),
                testImports,
                test);
    }

    private static String tuple(List<String> values) {
        return values.size() == 1 ? "(" + values.getFirst() + ",)" : "(" + String.join(", ", values) + ")";
    }
}
