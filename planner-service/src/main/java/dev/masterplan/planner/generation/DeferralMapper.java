package dev.masterplan.planner.generation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.planner.masterplan.Deferral;
import dev.masterplan.planner.refusal.Refusal;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads which requirements are meant: a list of keys, or "all". */
final class DeferralMapper {

    private static final String ALL = "all";

    private DeferralMapper() {}

    static Deferral deferral(DeferralResource.DeferralAsked asked, String by) {
        if (asked == null || asked.requirements() == null) {
            throw Refusal.invalid("requirements is missing: a list of keys, or \"all\"");
        }
        return new Deferral(keys(asked.requirements()), by, asked.reason());
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
