package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes the unit test of one rule: rows made by samples, the rule asked directly. */
final class RuleTest {

    private final RuleFamily rule;
    private final String name;
    private final StringBuilder lines = new StringBuilder();
    private final String module;

    RuleTest(RuleFamily rule, String name) {
        this(rule, name, "creating");
    }

    RuleTest(RuleFamily rule, String name, String module) {
        this.rule = rule;
        this.name = name;
        this.module = module;
    }

    RuleTest given(String variable, Feature feature, List<Condition> where) {
        lines.append("            ")
                .append(variable)
                .append(" = ")
                .append(sample(feature))
                .append(".add(db")
                .append(arguments(Samples.arguments(feature, where)))
                .append(")\n");
        return this;
    }

    /** Adds so many records; {@code link} is a keyword argument. */
    RuleTest times(int count, Feature feature, String link, List<Condition> where) {
        String call = sample(feature) + ".add(db, " + link + arguments(Samples.arguments(feature, where)) + ")\n";
        if (count == 1) {
            lines.append("            ").append(call);
        } else if (count > 1) {
            lines.append("            for _ in range(")
                    .append(count)
                    .append("):\n                ")
                    .append(call);
        }
        return this;
    }

    RuleTest line(String line) {
        lines.append("            ").append(line).append('\n');
        return this;
    }

    /** A line after the transaction. */
    RuleTest outside(String line) {
        lines.append("        ").append(line).append('\n');
        return this;
    }

    RuleTest allows(String record) {
        return line(module + "." + name + "(db, " + record + ")");
    }

    RuleTest refuses(String record, int status) {
        line("with self.assertRaises(Refused) as refusal:");
        line("    " + module + "." + name + "(db, " + record + ")");
        return line("self.assertEqual(refusal.exception.status, " + status + ")");
    }

    String text() {
        return "    def test_" + name + "(self):\n"
                + Python.doc(rule.requirement.key() + ": " + rule.requirement.sentence(), "        ")
                + "        with self.program.store.write() as db:\n" + lines;
    }

    static List<String> imports(RuleFamily rule, String module, Feature... features) {
        List<String> imports = new ArrayList<>();
        imports.add("from app.errors import Refused");
        imports.addAll(plain(rule, module, features));
        return imports;
    }

    static List<String> plain(RuleFamily rule, String module, Feature... features) {
        List<String> imports = new ArrayList<>();
        imports.add("from app.features." + rule.feature.module() + " import " + module);
        Stream.of(features)
                .distinct()
                .forEach(f -> imports.add("from tests.samples import " + f.module() + " as " + sample(f)));
        return imports;
    }

    static String sample(Feature feature) {
        return "a_" + feature.module();
    }

    private static String arguments(String arguments) {
        return arguments.isEmpty() ? "" : ", " + arguments;
    }
}
