package dev.masterplan.planner.version;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.planner.edit.PlanEdit.DeferRequirements;
import dev.masterplan.planner.refusal.Refusal;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads which requirements are meant: a list of keys, or "all". */
final class DeferralMapper {

    private static final String ALL = "all";

    private DeferralMapper() {}

    static DeferRequirements deferral(DeferralResource.DeferralAsked asked, String by) {
        if (asked == null || asked.requirements() == null) {
            throw Refusal.invalid("requirements is missing: a list of keys, or \"all\"");
        }
        if (asked.reason() == null || asked.reason().isBlank()) {
            throw Refusal.invalid("a deferral needs a reason");
        }
        return new DeferRequirements(keys(asked.requirements()), by, asked.reason());
    }

    private static Set<String> keys(JsonNode requirements) {
        if (requirements.isTextual() && requirements.textValue().equals(ALL)) {
            return Set.of();
        }
        Set<String> keys = new LinkedHashSet<>();
        if (requirements.isArray()) {
            requirements.forEach(key -> keys.add(key.isTextual() ? key.textValue() : ""));
        }
        if (keys.isEmpty() || keys.contains("")) {
            throw Refusal.invalid("requirements is a list of keys, or \"all\"");
        }
        return keys;
    }
}
