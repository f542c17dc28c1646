package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.Words;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import dev.masterplan.messaging.plan.Aggregate.Lifecycle;
import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An aggregate while it is being read: sentences add fields, states and transitions to it. */
final class EntityDraft {
    private final String name;
    private final int line;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<String> states = new ArrayList<>();
    private final Map<String, Transition> transitions = new LinkedHashMap<>();
    private final Map<String, String> formulas = new LinkedHashMap<>();
    private final Set<String> assumptions = new LinkedHashSet<>();
    private String stateField = "status";
    private String initial;

    EntityDraft(String name, int line) {
        this.name = name;
        this.line = line;
    }

    String name() {
        return name;
    }

    /** "order line" */
    String spoken() {
        return Words.spoken(name);
    }

    String plural() {
        return Words.plural(spoken());
    }

    List<Field> fields() {
        return List.copyOf(fields.values());
    }

    Optional<Field> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    List<String> states() {
        return List.copyOf(states);
    }

    List<Transition> transitions() {
        return List.copyOf(transitions.values());
    }

    String stateField() {
        return stateField;
    }

    /** Adds a field or replaces the one of that name in its place. */
    void put(Field field) {
        fields.put(field.name(), field);
    }

    /** What the data says a field is computed from: "sum of lines.quantity * lines.unit_price". */
    String formula(String field) {
        return formulas.getOrDefault(field, "");
    }

    void compute(String field, String formula) {
        formulas.put(field, formula);
    }

    /** Something that the brief does not say and that is taken to be so. */
    void assume(String assumption) {
        assumptions.add(assumption);
    }

    Set<String> assumptions() {
        return assumptions;
    }

    /** The state field's name and the state that a new record has. */
    void begin(String field, String state) {
        stateField = field;
        if (initial == null) {
            initial = state;
        }
        addState(state);
    }

    /** Adds a way from one state to another; the same name twice joins the origins. */
    void transition(String transitionName, String from, String to) {
        addState(from);
        addState(to);
        Transition known = transitions.get(transitionName);
        List<String> origins = new ArrayList<>(known == null ? List.of() : known.from());
        if (!origins.contains(from)) {
            origins.add(from);
        }
        transitions.put(transitionName, new Transition(transitionName, origins, to));
    }

    Aggregate aggregate(String context) {
        Lifecycle lifecycle =
                initial == null ? null : new Lifecycle(stateField, initial, states, List.copyOf(transitions.values()));
        return new Aggregate(
                name, plural(), Words.plural(Words.kebab(name)), context, fieldsWithState(), lifecycle, line);
    }

    /** The state is a field that clients read and never set. */
    private List<Field> fieldsWithState() {
        if (initial == null) {
            return fields();
        }
        FieldDraft state = new FieldDraft(stateField, Words.spoken(stateField));
        state.type = FieldType.ENUM;
        state.values.addAll(states);
        state.computed = true;
        Map<String, Field> all = new LinkedHashMap<>(fields);
        all.put(stateField, state.field());
        return List.copyOf(all.values());
    }

    private void addState(String state) {
        if (!states.contains(state)) {
            states.add(state);
        }
    }
}
