package dev.masterplan.blueprint.code;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code api.py}: a feature's records over HTTP. */
final class ApiFile {

    private static final String CREATE = """
            class «Class»Api:
                ""\"Answers the requests about «many»; each write is one transaction with all its checks.""\"

                def __init__(self, program):
                    self.program = program
                    self.store = program.store
                    self.rules = program.rules

                def create(self, request):
                    ""\"POST «url»""\"
                    return answer(self.add(read_new(FIELDS, request.json())), 201)

                def add(self, values):
                    ""\"Adds «a» when no rule forbids it; returns it as JSON shows it.""\"
                    with self.store.write() as db:
                        check_references(db, FIELDS, values)
                        check_unique(db, TABLE, FIELDS, values)
                        self.rules.ask("value", TABLE, db, values)
                        self.rules.ask("create", TABLE, db, values)
                        «row» = store.insert(db, values)
                        self.rules.ask("created", TABLE, db, «row»)
                        return self.shown(db, «row»["id"])

                def get(self, request, record_id):
                    ""\"GET «url»/{id}""\"
                    with self.store.read() as db:
                        return answer(self.shown(db, record_id))

                def shown(self, db, record_id):
                    ""\"The «one» as JSON shows it.""\"
                    «row» = store.find(db, record_id)
                    self.rules.ask("shown", TABLE, db, «row»)
                    return show(FIELDS, «row»)
            """;

    private static final String CHANGE = """
                def change(self, request, record_id):
                    ""\"PATCH «url»/{id}""\"
                    body = request.json()
                    with self.store.write() as db:
                        before = store.find(db, record_id)
                        values = read_changes(FIELDS, body)
                        check_references(db, FIELDS, values)
                        check_unique(db, TABLE, FIELDS, values, record_id)
                        self.rules.ask("change", TABLE, db, {**before, **values, "before": before})
                        «row» = store.update(db, record_id, values)
                        self.rules.ask("changed", TABLE, db, {**«row», "before": before})
                        check_fixed(FIELDS, before, «row»)
                        return answer(self.shown(db, record_id))
            """;

    private static final String REMOVE = """
                def remove(self, request, record_id):
                    ""\"DELETE «url»/{id}""\"
                    with self.store.write() as db:
                        «row» = store.find(db, record_id)
                        self.rules.ask("remove", TABLE, db, «row»)
                        check_unreferenced(db, self.program.tables, TABLE, record_id)
                        store.remove(db, record_id)
                        self.rules.ask("removed", TABLE, db, «row»)
                    return nothing()
            """;

    private ApiFile() {}

    static SourceFile of(Feature feature, List<UUID> requirements) {
        Map<String, String> names = Template.names(feature);
        return new PythonFile(
                feature.folder() + "api.py",
                Text.capital(feature.many()) + " over HTTP.",
                "Adds the routes of " + feature.many() + ".",
                List.of(
                        create(feature, names, requirements),
                        new Part(
                                new Link("change", "Change " + feature.article() + " over HTTP", requirements),
                                List.of("from app.records import check_fixed, read_changes"),
                                Template.fill(CHANGE, names),
                                List.of(route("PATCH", feature.url() + "/{id}", "change"))),
                        new Part(
                                new Link("remove", "Delete " + feature.article() + " over HTTP", requirements),
                                List.of("from app.records import check_unreferenced", "from app.web import nothing"),
                                Template.fill(REMOVE, names),
                                List.of(route("DELETE", feature.url() + "/{id}", "remove")))));
    }

    private static Part create(Feature feature, Map<String, String> names, List<UUID> requirements) {
        return new Part(
                new Link("create", "Create and read " + feature.article() + " over HTTP", requirements),
                List.of(
                        "from app.records import check_references, check_unique, read_new, show",
                        "from app.web import answer",
                        "from . import store",
                        "from .schema import FIELDS, TABLE"),
                Template.fill(CREATE, names),
                List.of(
                        "api = " + feature.aggregate().name() + "Api(program)",
                        route("POST", feature.url(), "create"),
                        route("GET", feature.url() + "/{id}", "get")));
    }

    private static String route(String method, String path, String handler) {
        return "program.routes.add(\"" + method + "\", \"" + path + "\", api." + handler + ")";
    }
}
