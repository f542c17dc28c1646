package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.Bonds;
import dev.masterplan.blueprint.form.Forms;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Requirement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A discovery as the tests' author sees it: aggregates, and the forms in force by requirement. */
final class World {

    private final Discovery discovery;
    private final Map<Requirement, SentenceForm> forms = new LinkedHashMap<>();

    World(Discovery discovery) {
        this.discovery = discovery;
        Forms.covered(discovery).forEach(read -> forms.put(read.requirement(), read.form()));
    }

    /** Covered requirements with their forms, in the discovery's order. */
    Map<Requirement, SentenceForm> forms() {
        return forms;
    }

    <T extends SentenceForm> Stream<T> forms(Class<T> type) {
        return forms.values().stream().filter(type::isInstance).map(type::cast);
    }

    /** What holds records to each other. */
    Bonds bonds() {
        return new Bonds(forms.values(), discovery.aggregates());
    }

    /** Whether records may be changed and deleted in whatever state they are, as long as their owner stays as it is. */
    boolean isFree(String entity) {
        return forms(SentenceForm.ChangeOnlyWhile.class)
                .filter(c -> c.entity().equals(entity))
                .noneMatch(c -> c.via() == null || !c.operations().contains("create"));
    }

    /** Whether any number of such records may refer to the same. */
    boolean mayShare(String entity) {
        return forms(SentenceForm.AtMost.class).noneMatch(f -> f.entity().equals(entity))
                && forms(SentenceForm.CreateUnlessRelated.class)
                        .noneMatch(f -> f.entity().equals(entity))
                && forms(SentenceForm.Unique.class)
                        .filter(f -> f.entity().equals(entity))
                        .flatMap(f -> f.fields().stream())
                        .noneMatch(f -> field(entity, f).references() != null)
                && aggregate(entity).fields().stream().noneMatch(f -> f.references() != null && f.unique());
    }

    /** References that may be changed to any other fitting record. */
    List<Field> movable(Aggregate aggregate) {
        Set<String> fixed = bonds().fixed(aggregate.name());
        return sent(aggregate).stream()
                .filter(f -> f.type() == FieldType.REFERENCE && !fixed.contains(f.name()))
                .toList();
    }

    List<Aggregate> aggregates() {
        return discovery.aggregates();
    }

    /** @throws IllegalArgumentException when a form names an aggregate that the discovery lacks */
    Aggregate aggregate(String name) {
        return discovery.aggregate(name).orElseThrow(() -> new IllegalArgumentException("unknown aggregate: " + name));
    }

    Field field(String entity, String name) {
        return aggregate(entity)
                .field(name)
                .orElseThrow(() -> new IllegalArgumentException("unknown field: " + entity + "." + name));
    }

    /** Fields that a client may send. */
    List<Field> sent(Aggregate aggregate) {
        return aggregate.fields().stream().filter(f -> isSent(aggregate, f)).toList();
    }

    boolean isSent(Aggregate aggregate, Field field) {
        return !field.computed() && !isState(aggregate, field);
    }

    boolean isState(Aggregate aggregate, Field field) {
        return aggregate.lifecycle() != null && aggregate.lifecycle().field().equals(field.name());
    }

    /** A client has to send it: required, and nothing fills it. */
    boolean isNeeded(Aggregate aggregate, Field field) {
        return field.required() && field.defaultValue() == null && isSent(aggregate, field);
    }

    /** Whether a sentence lets people do this with records of that aggregate. */
    boolean allows(String entity, String operation) {
        return forms(SentenceForm.Crud.class)
                .anyMatch(c -> c.entity().equals(entity) && c.operations().contains(operation));
    }

    /** Status that a duplicate of this field is refused with. */
    int duplicateStatus(String entity, String field) {
        return uniqueOf(entity, field).map(SentenceForm.Unique::status).orElse(Status.CONFLICT);
    }

    private Optional<SentenceForm.Unique> uniqueOf(String entity, String field) {
        return forms(SentenceForm.Unique.class)
                .filter(u -> u.entity().equals(entity) && u.fields().equals(List.of(field)))
                .findFirst();
    }
}
