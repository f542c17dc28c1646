package dev.masterplan.gateway.live;

import java.util.Map;

/**
 * What an update is the state of: of two updates with one subject only the newer one counts.
 *
 * <p>A snapshot holds the newest update of each subject.
 */
final class Subject {

    private static final int LONGEST = 200;

    private Subject() {}

    /** @param type of the contract; @param data of the update */
    static String of(String type, Map<String, Object> data) {
        String subject = switch (type) {
            case "message" -> named(type, data, "message_id");
            case "atom_execution_progress", "atom_execution_complete" -> named("atom", data, "atom_id");
            case "acceptance_test_start", "acceptance_test_result" -> named("test", data, "test_id");
            case "wave_execution_start", "wave_execution_complete" -> named(type, data, "wave_id");
            case "gate_validation_result" -> named(type, data, "wave_id") + ":" + data.get("round");
            case "review_created", "review_updated", "review_resolved" -> named("review", data, "review_id");
            case "execution_ready",
                    "execution_paused",
                    "execution_resumed",
                    "execution_blocked",
                    "execution_revising",
                    "execution_failed",
                    "execution_cancelled",
                    "execution_complete" -> named("execution", data, "execution_id");
            case "discovery_entity_discovered", "masterplan_entity_discovered" ->
                named(type, data, "kind") + ":" + data.get("name");
            default -> named(type, data, "masterplan_id");
        };
        return subject.length() <= LONGEST ? subject : subject.substring(0, LONGEST);
    }

    private static String named(String family, Map<String, Object> data, String key) {
        Object name = data.get(key);
        return name == null ? family : family + ":" + name;
    }
}
