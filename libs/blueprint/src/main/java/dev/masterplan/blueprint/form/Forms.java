package dev.masterplan.blueprint.form;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Requirement.Coverage;
import dev.masterplan.messaging.plan.Requirement.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sentence forms as they stand in a requirement's reading: {@code slots} is the form as JSON without its name. */
public final class Forms {

    private static final TypeReference<Map<String, Object>> SLOTS = new TypeReference<>() {};
    private static final String NAME = "form";

    private Forms() {}

    /** The form that was read, empty when the requirement was not read by rules. */
    public static Optional<SentenceForm> of(Requirement requirement) {
        return Optional.ofNullable(requirement.reading()).map(Forms::parse);
    }

    /** The reading to be stored in a requirement. */
    public static Reading reading(SentenceForm form) {
        ObjectMapper mapper = Json.mapper();
        Map<String, Object> slots = new HashMap<>(mapper.convertValue(form, SLOTS));
        String name = String.valueOf(slots.remove(NAME));
        return new Reading(name, slots);
    }

    /** Every requirement of the discovery that is covered, with its form, in order. */
    public static List<ReadSentence> covered(Discovery discovery) {
        return discovery.requirements().stream()
                .filter(r -> r.coverage().state() == Coverage.State.COVERED)
                .flatMap(r -> of(r).map(form -> new ReadSentence(r, form)).stream())
                .toList();
    }

    /** Whether a sentence speaks of records that the definition's word names, or of those that it does not. */
    public static boolean uses(SentenceForm form, SentenceForm.Definition definition) {
        List<Condition> said = conditions(form);
        return !form.equals(definition)
                && (said.equals(definition.where())
                        || said.size() == 1
                                && definition
                                        .where()
                                        .equals(List.of(said.getFirst().negated())));
    }

    private static List<Condition> conditions(SentenceForm form) {
        return switch (form) {
            case SentenceForm.AtMost f -> f.where();
            case SentenceForm.CreateOnlyIf f -> f.must();
            case SentenceForm.CreateUnlessRelated f -> f.where();
            case SentenceForm.DeleteUnlessRelated f -> f.where();
            case SentenceForm.ChangeOnlyWhile f -> f.must();
            case SentenceForm.TransitionOnlyIf f -> f.must();
            case SentenceForm.HandOver f -> f.where();
            case SentenceForm.Report f -> f.where();
            default -> List.of();
        };
    }

    private static SentenceForm parse(Reading reading) {
        Map<String, Object> slots = new HashMap<>(reading.slots());
        slots.put(NAME, reading.form());
        return Json.mapper().convertValue(slots, SentenceForm.class);
    }
}
