package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.SentenceForm.CreateOnlyIf;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Field;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the rules of creation want of the records that a new one refers to. */
final class Fitting {

    private final World world;

    Fitting(World world) {
        this.world = world;
    }

    /** Fields to send for the target of a reference, as Python literals; {@code @today} stays for the support. */
    Map<String, String> wanted(String entity, Field reference) {
        Map<String, String> wanted = new LinkedHashMap<>();
        world.forms(CreateOnlyIf.class)
                .filter(rule -> rule.entity().equals(entity) && reference.name().equals(rule.via()))
                .flatMap(rule -> rule.must().stream())
                .forEach(condition -> put(wanted, world.aggregate(reference.references()), condition));
        return wanted;
    }

    private void put(Map<String, String> wanted, Aggregate target, Condition condition) {
        target.field(condition.field())
                .filter(field -> world.isSent(target, field))
                .flatMap(field -> Literals.satisfying(field, condition))
                .ifPresent(literal -> wanted.put(condition.field(), asText(target, condition, literal)));
    }

    private static String asText(Aggregate target, Condition condition, String literal) {
        return literal.startsWith("@")
                ? Python.text(literal)
                : Python.value(target.field(condition.field()).orElseThrow(), literal);
    }
}
