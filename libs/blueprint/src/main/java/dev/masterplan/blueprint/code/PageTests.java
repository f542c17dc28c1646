package dev.masterplan.blueprint.code;

import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The unit tests of a feature's page: its list, its form, and a button for each transition. */
final class PageTests {

    private static final int TOO_LONG = 201;

    private static final String LIST_AND_FORM = """
            class «Class»PageTest(ProgramTest):
                def test_page_lists_«table»(self):
                    self.sample(«sample»)
                    status, page = self.call("GET", "/pages«url»")
                    self.assertEqual(status, 200)
                    self.assertIn("<td>1</td>", page)

                def test_form_adds_«row»(self):
                    sent = «sample».body(«links»)
                    self.assertEqual(self.submit("/pages«url»", sent), (303, ""))
                    kept = self.call("GET", "«url»")[1]["items"]
                    self.assertEqual([{name: one[name] for name in sent} for one in kept], [sent])

                def test_refused_form_shows_the_reason(self):
                    status, page = self.submit("/pages«url»", «wrong»)
                    refused, reason = self.call("POST", "«url»", «wrong»)
                    self.assertEqual((status, refused), (422, 422))
                    self.assertIn(f"role='alert'>{escape(reason['error'])}</p>", page)
                    self.assertEqual(self.call("GET", "«url»")[1]["total"], 0)
            """;

    private static final String BUTTON = """
                def test_button_«step»_leads_to_«to»(self):
                    record = self.sample(«sample», «column»=«from»)
                    button = f"/pages«url»/{record['id']}/«name»"
                    self.assertIn(f"action='{button}'", self.call("GET", "/pages«url»")[1])
                    self.assertEqual(self.submit(button), (303, ""))
                    moved = self.call("GET", f"«url»/{record['id']}")[1]
                    self.assertEqual(moved[«columnText»], «state»)
            """;

    private static final String ONCE = """
                    self.assertNotIn(f"action='{button}'", self.call("GET", "/pages«url»")[1])
                    refused, reason = self.call("POST", f"«url»/{record['id']}/«name»")
                    status, page = self.submit(button)
                    self.assertEqual(status, refused)
                    self.assertIn(f"role='alert'>{escape(reason['error'])}</p>", page)
            """;

    private final Feature feature;
    private final ProgramModel model;

    PageTests(Feature feature, ProgramModel model) {
        this.feature = feature;
        this.model = model;
    }

    Part part() {
        List<String> imports = new ArrayList<>(TestNames.importsWithLinks(feature, model));
        imports.add("from html import escape");
        Map<String, String> names = new HashMap<>(TestNames.of(feature, model));
        names.put("wrong", wrong());
        StringBuilder text = new StringBuilder(Template.fill(LIST_AND_FORM, names));
        if (model.moves(feature)) {
            feature.aggregate()
                    .lifecycle()
                    .transitions()
                    .forEach(t -> text.append("\n").append(button(t)));
        }
        return new Part(Link.of("page", "Try: page " + feature.many()), imports, text.toString());
    }

    private String button(Transition transition) {
        Map<String, String> names = TestNames.of(feature, model, transition);
        String text = Template.fill(BUTTON, names);
        return transition.from().contains(transition.to()) ? text : text + Template.fill(ONCE, names);
    }

    /** What a form may not send: nothing where something is required, else a value that does not fit its field. */
    private String wrong() {
        List<Field> sent = feature.fields().stream().filter(f -> !f.computed()).toList();
        return sent.isEmpty() || sent.stream().anyMatch(f -> f.required() && f.defaultValue() == null)
                ? "{}"
                : "{" + Python.text(sent.getFirst().name()) + ": " + unfit(sent.getFirst()) + "}";
    }

    private static String unfit(Field field) {
        return field.type() == FieldType.TEXT
                ? "\"\\x00\""
                : field.type() == FieldType.TEXT_LIST ? "[\"x\" * " + TOO_LONG + "]" : "\"unfit\"";
    }
}
