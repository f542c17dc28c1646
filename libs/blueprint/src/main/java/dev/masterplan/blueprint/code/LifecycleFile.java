package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.SentenceForm.FinalState;
import dev.masterplan.blueprint.form.SentenceForm.Transitions;
import dev.masterplan.messaging.plan.Aggregate.Lifecycle;
import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** {@code lifecycle.py}: a feature's states; each transition is a link. */
final class LifecycleFile implements SourceFile {

    private static final String REST = """


            def lifecycle(program):
                ""\"What moves «many».""\"
                return Lifecycle(program, TABLE, FIELDS, store, «column»«refused»)


            def register(program):
                ""\"Adds a route for each transition of «many».""\"
                moves = lifecycle(program)
                for transition in TRANSITIONS:
                    program.routes.add("POST", f"«url»/{{id}}/{transition.name}", moves.handler(transition))
            """;

    private final Feature feature;
    private final Lifecycle lifecycle;
    private final List<UUID> requirements;
    private final int refused;

    LifecycleFile(Feature feature, ProgramModel model) {
        this.feature = feature;
        this.lifecycle = feature.aggregate().lifecycle();
        this.requirements = model.requirements(feature, List.of(Transitions.class, FinalState.class));
        this.refused = model.forms(Transitions.class, feature).stream()
                .map(Transitions::status)
                .findFirst()
                .orElse(409);
    }

    @Override
    public String path() {
        return feature.folder() + "lifecycle.py";
    }

    @Override
    public List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (Transition transition : lifecycle.transitions()) {
            String way = String.join(" or ", transition.from()) + " → " + transition.to();
            links.add(new Link(
                    transition.name(), Text.capital(transition.name()) + ": " + Python.prose(way), requirements));
        }
        return links;
    }

    @Override
    public String write(int count, Writing writing) {
        StringBuilder text = new StringBuilder(Python.doc("The states of " + feature.many() + ".", ""));
        text.append("\nfrom app.lifecycle import Lifecycle, Transition\n\n");
        text.append("from . import store\nfrom .schema import FIELDS, TABLE\n\nTRANSITIONS = (\n");
        lifecycle
                .transitions()
                .subList(0, count)
                .forEach(t -> text.append("    Transition(")
                        .append(Python.text(t.name()))
                        .append(", ")
                        .append(Python.tuple(t.from()))
                        .append(", ")
                        .append(Python.text(t.to()))
                        .append("),\n"));
        return text.append(")\n")
                .append(Template.fill(
                        REST,
                        java.util.Map.of(
                                "many", feature.many(),
                                "url", feature.url(),
                                "column", Python.text(lifecycle.field()),
                                "refused", refused == 409 ? "" : ", refused=" + refused)))
                .toString();
    }
}
