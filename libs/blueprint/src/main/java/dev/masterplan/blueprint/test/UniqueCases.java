package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.SentenceForm.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** "The same e-mail twice is refused with 409", also for several fields together. */
final class UniqueCases {

    private final Unique form;
    private final String name;
    private final String path;
    private final String words;

    UniqueCases(World world, Unique form) {
        this.form = form;
        this.name = Python.text(form.entity());
        this.path = Python.text("/" + world.aggregate(form.entity()).path());
        this.words = Python.words(form.entity());
    }

    List<AcceptanceCase> all() {
        String fields = String.join(" and ", form.fields());
        String taken = form.fields().stream()
                .map(f -> Python.text(f) + ": field(first, " + Python.text(f) + ")")
                .collect(Collectors.joining(", ", "{", "}"));
        Script refused = new Script()
                .add("first = app.make(%s, **app.complete(%s))", name, name)
                .add("second = app.make(%s, **app.complete(%s))", name, name)
                .add("taken = %s", taken)
                .add("refused(app.post(%s, app.body(%s, **taken)), %d)", path, name, form.status())
                .add("refused(app.patch(app.path(%s, second), taken), %d)", name, form.status())
                .add("equal(members(app.get(%s)), [first, second], \"what is stored\")", path);
        List<AcceptanceCase> cases = new ArrayList<>();
        cases.add(AcceptanceCase.of(
                "refused-twice",
                "two " + words + " records",
                "a third, then the second, takes the first one's " + fields,
                "both are refused with " + form.status() + " and nothing is stored",
                refused.says("the same " + fields + " twice → " + form.status())));
        Script allowed = new Script()
                .add("first = app.make(%s, **app.complete(%s))", name, name)
                .add("taken = %s", taken)
                .add("holds(app.change(%s, first, **taken), taken)", name)
                .add("second = app.make(%s, **app.complete(%s))", name, name)
                .add("assert second[\"id\"] != first[\"id\"], \"the second has the first one's id\"");
        if (form.fields().size() > 1) {
            for (String other : form.fields()) {
                allowed.add("shared = {name: value for name, value in taken.items() if name != %s}", Python.text(other))
                        .add("holds(app.make(%s, **shared), shared)", name);
            }
        }
        cases.add(AcceptanceCase.of(
                "allowed-otherwise",
                Spoken.one(form.entity()),
                "it is sent its own " + fields + " again, and others are made that share less than that",
                "all are accepted",
                allowed.says("its own " + fields + " again → 200")));
        return cases;
    }
}
