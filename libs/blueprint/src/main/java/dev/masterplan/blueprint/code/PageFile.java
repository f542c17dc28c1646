package dev.masterplan.blueprint.code;

import java.util.ArrayList;
import java.util.List;

/** {@code page.py}: a feature's HTML page: list, form, buttons. */
final class PageFile {

    private PageFile() {}

    static SourceFile of(Feature feature, ProgramModel model) {
        String path = "/pages" + feature.url();
        String title = Python.text(Text.capital(feature.many()));
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                Link.of("list", "Show the list of " + feature.many()),
                List.of("from app.pages import Page", "from .listing import LISTING", "from .schema import FIELDS"),
                "",
                List.of(
                        "page = Page(program, " + title + ", \"" + path + "\", FIELDS, LISTING)",
                        "program.pages[" + title + "] = page.path",
                        "program.routes.add(\"GET\", page.path, page.get)")));
        parts.add(new Part(
                Link.of("form", "A form to add " + feature.article()),
                List.of("from app.records import read_new", "from .api import " + feature.apiClass()),
                "",
                List.of(
                        "api = " + feature.apiClass() + "(program)",
                        "page.add = lambda body: api.add(read_new(FIELDS, body))",
                        "program.routes.add(\"POST\", page.path, page.post)")));
        if (model.moves(feature)) {
            parts.add(buttons(feature));
        }
        return new PythonFile(
                feature.folder() + "page.py",
                "The page of " + feature.many() + ".",
                "Adds the page of " + feature.many() + ".",
                parts);
    }

    private static Part buttons(Feature feature) {
        return new Part(
                Link.of("buttons", "Buttons for what can happen to " + feature.article()),
                List.of("from .lifecycle import TRANSITIONS, lifecycle"),
                "",
                List.of(
                        "page.lifecycle = lifecycle(program)",
                        "page.transitions = TRANSITIONS",
                        "for transition in TRANSITIONS:",
                        "    program.routes.add(\"POST\", f\"{page.path}/{{id}}/{transition.name}\", page.step(transition))"));
    }
}
