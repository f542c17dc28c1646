package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The discovery of the library brief, written by hand: the tests' author is proved without the reader. */
final class LibraryDiscovery {

    private static final UUID MESSAGE = new UUID(1, 1);

    private LibraryDiscovery() {}

    static Discovery of(List<SentenceForm> forms) {
        List<Requirement> requirements = new ArrayList<>();
        for (SentenceForm form : forms) {
            int number = requirements.size() + 1;
            String key = "R-%03d".formatted(number);
            Map<String, Object> slots = slots(form);
            String name = slots.remove("form").toString();
            requirements.add(new Requirement(
                    UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                    key,
                    name + " of " + form.entity(),
                    new Source(MESSAGE, number),
                    Priority.MUST,
                    null,
                    null,
                    new Requirement.Reading(name, slots),
                    Requirement.Coverage.covered()));
        }
        return new Discovery(
                "Library",
                "lends books",
                new Discovery.Stack("python", null, "sqlite"),
                requirements,
                List.of(),
                aggregates(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> slots(SentenceForm form) {
        return Json.mapper().convertValue(form, Map.class);
    }

    private static List<Aggregate> aggregates() {
        return List.of(
                aggregate("Book", "books", null, text("title", 200), text("author", 120), isbn(), year()),
                aggregate("Copy", "copies", null, reference("book_id", "Book"), barcode(), copyStatus()),
                aggregate("Member", "members", null, text("name", 120), email(), phone()),
                aggregate(
                        "Loan",
                        "loans",
                        new Aggregate.Lifecycle(
                                "status",
                                "open",
                                List.of("open", "returned"),
                                List.of(new Aggregate.Transition("return", List.of("open"), "returned"))),
                        reference("copy_id", "Copy"),
                        reference("member_id", "Member"),
                        field("lent_on", FieldType.DATE, false, "@today", false),
                        field("due_on", FieldType.DATE, false, null, true),
                        field("returned_on", FieldType.DATE, false, null, true),
                        field("fine", FieldType.DECIMAL, false, null, true),
                        field("status", FieldType.ENUM, false, null, true)),
                aggregate(
                        "Reservation",
                        "reservations",
                        reservationStates(),
                        reference("book_id", "Book"),
                        reference("member_id", "Member"),
                        field("copy_id", FieldType.REFERENCE, false, null, true),
                        field("status", FieldType.ENUM, false, null, true)));
    }

    private static Aggregate.Lifecycle reservationStates() {
        return new Aggregate.Lifecycle(
                "status",
                "waiting",
                List.of("waiting", "ready", "collected", "cancelled"),
                List.of(
                        new Aggregate.Transition("ready", List.of("waiting"), "ready"),
                        new Aggregate.Transition("collect", List.of("ready"), "collected"),
                        new Aggregate.Transition("cancel", List.of("waiting", "ready"), "cancelled")));
    }

    private static Aggregate aggregate(String name, String path, Aggregate.Lifecycle lifecycle, Field... fields) {
        return new Aggregate(name, path, path, "library", List.of(fields), lifecycle, 1);
    }

    private static Field field(String name, FieldType type, boolean required, String defaultValue, boolean computed) {
        return field(name, type, required, false, null, null, null, defaultValue, computed);
    }

    private static Field field(
            String name,
            FieldType type,
            boolean required,
            boolean unique,
            Integer shortest,
            Integer longest,
            String pattern,
            String defaultValue,
            boolean computed) {
        return new Field(
                name,
                name.replace('_', ' '),
                type,
                required,
                unique,
                null,
                false,
                null,
                shortest,
                longest,
                type == FieldType.DECIMAL ? 2 : null,
                pattern,
                null,
                defaultValue,
                null,
                computed);
    }

    private static Field text(String name, int longest) {
        return field(name, FieldType.TEXT, true, false, null, longest, null, null, false);
    }

    private static Field isbn() {
        return field("isbn", FieldType.TEXT, true, true, null, null, "[0-9]{13}", null, false);
    }

    private static Field year() {
        return new Field(
                "year",
                "year",
                FieldType.INTEGER,
                false,
                false,
                java.math.BigDecimal.valueOf(1450),
                false,
                java.math.BigDecimal.valueOf(2100),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    private static Field barcode() {
        return field("barcode", FieldType.TEXT, true, true, 4, 20, null, null, false);
    }

    private static Field copyStatus() {
        return new Field(
                "status",
                "status",
                FieldType.ENUM,
                false,
                false,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                List.of("available", "on loan", "set aside"),
                "available",
                null,
                true);
    }

    private static Field email() {
        return field("email", FieldType.EMAIL, true, true, null, null, null, null, false);
    }

    private static Field phone() {
        return field("phone", FieldType.TEXT, false, false, null, 30, null, null, false);
    }

    private static Field reference(String name, String target) {
        return new Field(
                name,
                name.replace("_id", ""),
                FieldType.REFERENCE,
                true,
                false,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                target,
                false);
    }
}
