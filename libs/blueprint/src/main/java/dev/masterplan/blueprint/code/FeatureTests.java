package dev.masterplan.blueprint.code;

import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The unit tests of a feature's resource, list, states and page. */
final class FeatureTests {

    private static final String CREATE = """
            class «Class»Test(ProgramTest):
                def test_«row»_is_created_and_read(self):
                    status, «row» = self.call("POST", "«url»", «sample».body(«links»))
                    self.assertEqual(status, 201)
                    self.assertEqual(self.call("GET", f"«url»/{«row»['id']}"), (200, «row»))

                def test_unknown_fields_and_ids_are_refused(self):
                    self.assertEqual(self.call("POST", "«url»", {"no_such_field": 1})[0], 422)
                    self.assertEqual(self.call("GET", "«url»/99")[0], 404)
            """;

    private static final String CHANGE = """
                def test_«row»_is_changed(self):
                    «row» = self.sample(«sample»)
                    status, changed = self.call("PATCH", f"«url»/{«row»['id']}", {})
                    self.assertEqual((status, changed["id"]), (200, «row»["id"]))
                    self.assertEqual(self.call("PATCH", "«url»/99", {})[0], 404)
            """;

    private static final String REMOVE = """
                def test_«row»_is_deleted(self):
                    «row» = self.sample(«sample»«free»)
                    self.assertEqual(self.call("DELETE", f"«url»/{«row»['id']}"), (204, None))
                    self.assertEqual(self.call("GET", f"«url»/{«row»['id']}")[0], 404)
            """;

    private static final String LIST = """
            class «Class»ListTest(ProgramTest):
                def test_«table»_are_listed_page_by_page(self):
                    for _ in range(3):
                        self.sample(«sample»)
                    status, page = self.call("GET", "«url»?page=2&page_size=2")
                    self.assertEqual((status, page["total"], len(page["items"])), (200, 3, 1))

                def test_unknown_parameters_are_refused(self):
                    for query in ("no_such_field=1", "page=0", "page_size=x", "sort=no_such_field"):
                        with self.subTest(query=query):
                            self.assertEqual(self.call("GET", f"«url»?{query}")[0], 422)
            """;

    private static final String MOVE = """
                def test_«step»_leads_to_«to»(self):
                    «row» = self.sample(«sample», «column»=«from»)
                    path = f"«url»/{«row»['id']}/«name»"
                    status, moved = self.call("POST", path)
                    self.assertEqual((status, moved[«columnText»]), (200, «state»))
            """;

    private final Feature feature;
    private final ProgramModel model;

    FeatureTests(Feature feature, ProgramModel model) {
        this.feature = feature;
        this.model = model;
    }

    SourceFile resource() {
        return file(
                "",
                "Creating, changing and deleting " + feature.many() + ".",
                List.of(
                        part("create", "Try: create and read", TestNames.importsWithLinks(feature, model), CREATE),
                        part("change", "Try: change and delete", List.of(), CHANGE + "\n" + REMOVE)));
    }

    SourceFile list() {
        return file("_list", "Listing " + feature.many() + ".", List.of(part("list", "Try: list", head(), LIST)));
    }

    SourceFile page() {
        return file("_page", "The page of " + feature.many() + ".", List.of(new PageTests(feature, model).part()));
    }

    SourceFile lifecycle() {
        List<Part> parts = new ArrayList<>();
        for (Transition transition : feature.aggregate().lifecycle().transitions()) {
            String start =
                    parts.isEmpty() ? "class " + feature.aggregate().name() + "LifecycleTest(ProgramTest):\n" : "";
            Map<String, String> names = TestNames.of(feature, model, transition);
            parts.add(new Part(
                    Link.of(transition.name(), "Try: " + transition.name()),
                    parts.isEmpty() ? head() : List.of(),
                    start + Template.fill(MOVE, names)));
        }
        return file("_lifecycle", "The states of " + feature.many() + ".", parts);
    }

    private Part part(String key, String title, List<String> imports, String template) {
        return new Part(
                Link.of(key, title + " " + feature.many()),
                imports,
                Template.fill(template, TestNames.of(feature, model)));
    }

    private List<String> head() {
        return TestNames.imports(feature);
    }

    private SourceFile file(String suffix, String purpose, List<Part> parts) {
        return new PythonFile("tests/test_" + feature.module() + suffix + ".py", purpose, "", parts);
    }
}
