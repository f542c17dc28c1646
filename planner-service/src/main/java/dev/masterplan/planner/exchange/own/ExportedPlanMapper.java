package dev.masterplan.planner.exchange.own;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.planner.exchange.source.JsonTextMapper;
import dev.masterplan.planner.exchange.source.JsonValue;
import dev.masterplan.planner.exchange.source.Notes;
import dev.masterplan.planner.exchange.source.SourceFile;
import dev.masterplan.planner.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads and writes {@link ExportedPlan}s. What a file holds beyond one is noted, never taken over. */
public final class ExportedPlanMapper {

    private static final ObjectWriter WRITER = Json.mapper()
            .writer()
            .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .withDefaultPrettyPrinter();

    private ExportedPlanMapper() {}

    /** Whether JSON says that it is a plan of this product, of whatever version. */
    public static boolean knows(JsonValue root) {
        JsonValue format = root.get("format");
        return format != null && format.asText() != null && format.asText().startsWith("masterplan/");
    }

    /** The same plan, the same bytes. */
    public static byte[] write(ExportedPlan plan) {
        try {
            return WRITER.writeValueAsBytes(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** @throws Refusal when it is of another version, or a part of it breaks the rules of plans */
    public static ExportedPlan read(SourceFile file, JsonValue root, Notes notes) {
        String format = root.get("format").asText();
        if (!format.equals(ExportedPlan.FORMAT)) {
            throw Refusal.invalid(file.name() + ", line " + root.get("format").line() + ": the format " + format
                    + " is not known here, " + ExportedPlan.FORMAT + " is");
        }
        ExportedPlan plan = read(file);
        refuseDoubled(file, plan.discovery());
        String again = new String(write(plan), StandardCharsets.UTF_8);
        noteUnknown("", root, JsonTextMapper.read(new SourceFile(file.name(), again)), file, notes);
        return plan;
    }

    private static ExportedPlan read(SourceFile file) {
        try {
            return Json.mapper().readValue(file.withoutMark(), ExportedPlan.class);
        } catch (JsonMappingException e) {
            throw Refusal.invalid(file.name() + line(e) + ": " + why(e));
        } catch (JsonProcessingException e) {
            throw Refusal.malformed(file.name() + ": not JSON");
        }
    }

    private static String line(JsonMappingException e) {
        return e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    }

    private static String why(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
        String where = path.isEmpty() ? "the plan" : "field \"" + path + "\"";
        return e.getCause() instanceof IllegalArgumentException broken
                ? where + ": " + broken.getMessage()
                : where + " does not have the type it must have";
    }

    private static void refuseDoubled(SourceFile file, Discovery discovery) {
        Set<Object> seen = new HashSet<>();
        for (Requirement requirement : discovery.requirements()) {
            if (!seen.add(requirement.key()) || !seen.add(requirement.id())) {
                throw Refusal.invalid(
                        file.name() + ": two requirements are called " + requirement.key() + " or have its id");
            }
        }
        discovery.questions().forEach(question -> {
            if (!seen.add("question " + question.id())) {
                throw Refusal.invalid(file.name() + ": two questions are called " + question.id());
            }
        });
    }

    private static void noteUnknown(String path, JsonValue given, JsonValue kept, SourceFile file, Notes notes) {
        if (given instanceof JsonValue.Members members && kept instanceof JsonValue.Members) {
            members.fields().forEach((name, value) -> {
                JsonValue same = kept.get(name);
                if (same == null && !(value instanceof JsonValue.Nothing)) {
                    notes.dropped(file.line(value.line()), "the field \"" + path + name + "\", which no plan has");
                } else if (same != null) {
                    noteUnknown(path + name + ".", value, same, file, notes);
                }
            });
        } else {
            for (int i = 0; i < Math.min(given.items().size(), kept.items().size()); i++) {
                noteUnknown(path, given.items().get(i), kept.items().get(i), file, notes);
            }
        }
    }
}
