package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.Words;
import dev.masterplan.messaging.plan.Aggregate.Lifecycle;
import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names and imports that the unit tests of a feature share. */
final class TestNames {

    private static final String SUPPORT = "from tests.support import ProgramTest";

    private TestNames() {}

    /** Those of its code, and: sample (its module), links (arguments that make what it refers to), free (its state). */
    static Map<String, String> of(Feature feature, ProgramModel model) {
        Map<String, String> names = new HashMap<>(Template.names(feature));
        names.put("table", feature.table());
        names.put("sample", RuleTest.sample(feature));
        names.put(
                "links",
                SampleFile.references(feature, model).stream()
                        .map(f -> f.name() + "=self.sample(" + RuleTest.sample(model.feature(f.references()))
                                + ")[\"id\"]")
                        .collect(Collectors.joining(", ")));
        names.put("free", free(feature, model));
        return names;
    }

    /** An argument with a state in which a record may be deleted, where the first state is none. */
    private static String free(Feature feature, ProgramModel model) {
        Lifecycle lifecycle = feature.aggregate().lifecycle();
        Set<String> held = model.bonds().held(feature.aggregate().name());
        return lifecycle == null || !held.contains(lifecycle.initial())
                ? ""
                : lifecycle.states().stream()
                        .filter(state -> !held.contains(state))
                        .findFirst()
                        .map(state -> ", " + lifecycle.field() + "=" + Python.text(state))
                        .orElse("");
    }

    /** The same, and: step, to (in names); name (in addresses); column; columnText, from, state (as literals). */
    static Map<String, String> of(Feature feature, ProgramModel model, Transition transition) {
        Map<String, String> names = of(feature, model);
        String column = feature.aggregate().lifecycle().field();
        names.put("step", Words.snake(transition.name()));
        names.put("to", Words.snake(transition.to()));
        names.put("name", transition.name());
        names.put("column", column);
        names.put("columnText", Python.text(column));
        names.put("from", Python.text(transition.from().getFirst()));
        names.put("state", Python.text(transition.to()));
        return names;
    }

    static List<String> imports(Feature feature) {
        return List.of(SUPPORT, sample(feature));
    }

    /** With the samples of what it refers to. */
    static List<String> importsWithLinks(Feature feature, ProgramModel model) {
        List<String> imports = new ArrayList<>(imports(feature));
        SampleFile.references(feature, model).forEach(f -> imports.add(sample(model.feature(f.references()))));
        return imports;
    }

    private static String sample(Feature feature) {
        return "from tests.samples import " + feature.module() + " as " + RuleTest.sample(feature);
    }
}
