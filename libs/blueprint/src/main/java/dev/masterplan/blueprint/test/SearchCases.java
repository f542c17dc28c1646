package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.SentenceForm.Search;
import dev.masterplan.messaging.plan.Aggregate;
import java.util.List;

/** "Find books by part of the title or the author": query parameter {@code q}. */
final class SearchCases {

    private final Search search;
    private final Aggregate aggregate;

    SearchCases(World world, Search search) {
        this.search = search;
        this.aggregate = world.aggregate(search.entity());
    }

    List<AcceptanceCase> all() {
        String name = Python.text(aggregate.name());
        String path = Python.text("/" + aggregate.path());
        Script script = new Script().add("other = app.make(%s)", name);
        script.add("found = []");
        for (String field : search.fields()) {
            script.add("found.append(app.make(%s, **{%s: \"A Walrus\"})[\"id\"])", name, Python.text(field));
        }
        script.add("for words in (\"Walrus\", \"walrus\", \"ALRU\", \"a wal\"):")
                .add("    answer = app.get(%s, q=words)", path)
                .add("    equal(member_ids(answer), found, \"found by '%%s'\" %% words)")
                .add("    equal(answer.json[\"total\"], len(found), \"the total\")")
                .add("for words in (\"walnut\", \"%%\", \"_alrus\"):")
                .add("    equal(ids(app.get(%s, q=words)), [], \"found by '%%s'\" %% words)", path)
                .add("equal(member_ids(app.get(%s)), [other[\"id\"], *found], \"the list without a search\")", path);
        return List.of(AcceptanceCase.of(
                "finds-by-part",
                "one of the " + aggregate.plural() + " with a word in each of " + String.join(", ", search.fields())
                        + ", and one without it",
                "part of the word is searched, in small and in capital letters, then a word that nothing has",
                "exactly those with the word are found, then nothing",
                script.says("found by part of " + String.join(" or ", search.fields()) + " → 200")));
    }
}
