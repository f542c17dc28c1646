package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.SentenceForm.SumOfLines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Gathers the rules of all sentences into modules: one file per feature and kind of rule, one link per sentence. */
public final class RuleFiles {

    private static final Map<String, String> PURPOSES = Map.of(
            "creating", "What forbids a new %s.",
            "deleting", "What forbids to delete a %s.",
            "changing", "What forbids to change a %s.",
            "moving", "What forbids a step of a %s.",
            "values", "What the program works out for a %s.",
            "totals", "Sums that follow every change of a %s.",
            "effects", "What else happens with a %s.",
            "handing_over", "Who is next when a %s sets something free.",
            "reports", "Lists of a %s that sentences ask for.");

    private final ProgramModel model;

    RuleFiles(ProgramModel model) {
        this.model = model;
    }

    /**
     * The rules of one module of one feature.
     *
     * @param needs features whose rows, states or fields the rules use
     * @param sets  fields that the rules set, {@code Loan.due_on}
     * @param reads fields that they look at
     */
    public record Group(
            Feature feature,
            String module,
            List<SourceFile> files,
            Set<String> needs,
            Set<String> sets,
            Set<String> reads) {}

    /** In the order of the sentences. */
    List<Group> groups() {
        Map<String, List<Rule>> byModule = new LinkedHashMap<>();
        RuleWriter writer = new RuleWriter(model);
        model.sentences()
                .forEach(s -> writer.write(s)
                        .ifPresent(rule -> byModule.computeIfAbsent(
                                        home(rule).module() + "/" + rule.module(), k -> new ArrayList<>())
                                .add(rule)));
        return byModule.values().stream().map(this::group).toList();
    }

    /** The feature in whose folder a rule stands: sums stand with their lines. */
    private Feature home(Rule rule) {
        return rule.sentence().form() instanceof SumOfLines sum
                ? model.feature(sum.lines())
                : model.feature(rule.sentence().form().entity());
    }

    private Group group(List<Rule> rules) {
        Feature feature = home(rules.getFirst());
        String module = rules.getFirst().module();
        List<SourceFile> files = new ArrayList<>();
        files.add(new PythonFile(
                feature.folder() + module + ".py",
                PURPOSES.get(module).formatted(feature.one()).replace(" a " + feature.one(), " " + feature.article()),
                "Adds these rules to " + feature.many() + ".",
                rules.stream().map(Rule::part).toList()));
        List<Rule> tried = rules.stream().filter(r -> r.test() != null).toList();
        if (!tried.isEmpty()) {
            files.add(tests(feature, module, tried));
        }
        Set<String> needs = new TreeSet<>();
        Set<String> sets = new TreeSet<>();
        Set<String> reads = new TreeSet<>();
        for (Rule rule : rules) {
            needs.addAll(Mentions.of(model, rule.sentence().form()));
            sets.addAll(Fields.set(model, rule.sentence().form()));
            reads.addAll(Fields.read(model, rule.sentence().form()));
        }
        return new Group(feature, module, files, needs, sets, reads);
    }

    private static SourceFile tests(Feature feature, String module, List<Rule> rules) {
        List<Part> parts = new ArrayList<>();
        for (Rule rule : rules) {
            List<String> imports = new ArrayList<>(rule.test().imports());
            imports.add("from tests.support import ProgramTest");
            String start = parts.isEmpty()
                    ? "class " + feature.aggregate().name() + Text.camel(module) + "Test(ProgramTest):\n"
                    : "";
            parts.add(new Part(rule.test().link(), imports, start + rule.test().body()));
        }
        return new PythonFile(
                "tests/test_" + feature.module() + "_" + module + ".py",
                "Rules of " + feature.many() + ": " + module.replace('_', ' ') + ".",
                "",
                parts);
    }
}
