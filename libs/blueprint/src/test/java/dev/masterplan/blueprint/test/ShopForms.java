package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.Blueprint;
import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.Condition.Op;
import dev.masterplan.blueprint.form.Forms;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A shop with every sentence form that the library does not use, its rules put down as forms by a person. */
final class ShopForms {

    private static final UUID MESSAGE = new UUID(1, 3);
    private static final List<Condition> NEW = List.of(new Condition("status", Op.EQ, "NEW"));
    private static final List<Condition> ACTIVE = List.of(new Condition("active", Op.EQ, "true"));

    private static final String ENTITIES = """
            # Shop

            A shop wants a service in Python.

            ## Data
            - Product: sku (text, required, unique, pattern `[A-Z]{3}-[0-9]{4}`), price (decimal(10,2), required, > 0), size (15, 30 or 60, default 30), tags (list of texts), active (yes/no, default yes)
            - Customer: email (required, unique), level (one of: normal, gold; default normal), active (yes/no, default yes)
            - Order: customer (required), from (text), total (decimal, set by the program), status
            - OrderLine: order (required), product (required), quantity (whole number, required, 1 to 99), unit price (decimal, required, > 0)
            - Visit: customer (required), starts at (date and time, required), minutes (whole number, default 30), fee (decimal, set by the program), paid on (date, set by the program), status

            ## Rules
            - An order goes NEW → PAID → SHIPPED, or NEW → CANCELLED, or PAID → CANCELLED.
            - A visit goes open → closed.
            """;

    private ShopForms() {}

    private static List<SentenceForm> forms() {
        return List.of(
                new SentenceForm.Unique("Customer", List.of("email"), 409),
                new SentenceForm.Unique("OrderLine", List.of("order_id", "product_id"), 409),
                new SentenceForm.ChangeOnlyWhile(
                        "OrderLine", "order_id", List.of("create", "update", "delete"), NEW, 409),
                new SentenceForm.ChangeOnlyWhile("Order", null, List.of("update", "delete"), NEW, 409),
                new SentenceForm.CreateOnlyIf("OrderLine", "product_id", ACTIVE, 422),
                new SentenceForm.TransitionOnlyIf("Order", "ship", "customer_id", ACTIVE, 409),
                new SentenceForm.TransitionOnlyIf(
                        "Visit", "close", null, List.of(new Condition("minutes", Op.GE, "15")), 422),
                new SentenceForm.SumOfLines(
                        "Order", "total", "OrderLine", "order_id", List.of("quantity", "unit_price")),
                new SentenceForm.DefaultValue("Customer", "level", "normal"),
                new SentenceForm.Listing(
                        "Order", List.of("customer_id", "status", "from"), List.of(), null, true, 5, 50),
                new SentenceForm.Listing(
                        "Product", List.of("size", "tags", "active"), List.of(), "price", true, null, null),
                new SentenceForm.Listing("Visit", List.of(), List.of("starts_at"), "starts_at", false, null, null),
                new SentenceForm.Effect("Visit", "close", null, "paid_on", "@today"),
                new SentenceForm.Effect("Order", "cancel", "customer_id", "level", "normal"),
                new SentenceForm.AtMost("Visit", "customer_id", 2, List.of(), 409),
                new SentenceForm.CreateUnlessRelated(
                        "Order",
                        "customer_id",
                        "Visit",
                        "customer_id",
                        List.of(new Condition("status", Op.EQ, "open")),
                        422),
                new SentenceForm.DeleteUnlessRelated("Customer", "Order", "customer_id", NEW, 409),
                new SentenceForm.Report(
                        "Order", "to-ship", List.of(new Condition("status", Op.EQ, "PAID")), null, true),
                new SentenceForm.Report(
                        "Product",
                        "dear",
                        List.of(new Condition("price", Op.GE, "100"), new Condition("active", Op.EQ, "true")),
                        null,
                        false));
    }

    static Generated generated() {
        Discovery read = Blueprint.read(MESSAGE, ENTITIES);
        List<Requirement> requirements = new ArrayList<>(read.requirements());
        for (SentenceForm form : forms()) {
            int number = requirements.size() + 1;
            requirements.add(new Requirement(
                    new UUID(2, number),
                    "R-%03d".formatted(number),
                    form.toString(),
                    new Source(MESSAGE, number),
                    Priority.MUST,
                    null,
                    null,
                    Forms.reading(form),
                    Requirement.Coverage.covered()));
        }
        return Generated.of(with(read, requirements));
    }

    private static Discovery with(Discovery read, List<Requirement> requirements) {
        return new Discovery(
                read.domain(),
                read.summary(),
                read.stack(),
                requirements,
                read.boundedContexts(),
                read.aggregates(),
                read.valueObjects(),
                read.domainEvents(),
                read.services(),
                read.assumptions(),
                read.questions(),
                read.risks(),
                read.conventions(),
                read.unread());
    }
}
