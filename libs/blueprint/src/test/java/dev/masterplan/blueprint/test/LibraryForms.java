package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.Condition.Op;
import dev.masterplan.blueprint.form.SentenceForm;
import java.math.BigDecimal;
import java.util.List;

/** The sentences of the library brief as forms, read by a person. */
final class LibraryForms {

    private static final Condition OPEN = new Condition("status", Op.EQ, "open");
    private static final List<Condition> OVERDUE = List.of(OPEN, new Condition("due_on", Op.LT, "@today"));
    private static final List<String> ALL = List.of("create", "read", "update", "list", "delete");

    private LibraryForms() {}

    static List<SentenceForm> all() {
        return List.of(
                new SentenceForm.Entity("Book"),
                new SentenceForm.Entity("Copy"),
                new SentenceForm.Entity("Member"),
                new SentenceForm.Entity("Loan"),
                new SentenceForm.Entity("Reservation"),
                new SentenceForm.Crud("Book", ALL),
                new SentenceForm.Crud("Copy", ALL),
                new SentenceForm.Crud("Member", ALL),
                new SentenceForm.Transitions("Loan", 409),
                new SentenceForm.FinalState("Loan", "returned", 409),
                new SentenceForm.Transitions("Reservation", 409),
                new SentenceForm.DateAfter("Loan", "due_on", "lent_on", 21),
                new SentenceForm.Definition("Loan", "overdue", OVERDUE),
                new SentenceForm.AtMost("Loan", "member_id", 5, List.of(OPEN), 409),
                new SentenceForm.CreateOnlyIf(
                        "Loan", "copy_id", List.of(new Condition("status", Op.NE, "on loan")), 409),
                new SentenceForm.CreateUnlessRelated("Loan", "member_id", "Loan", "member_id", OVERDUE, 409),
                new SentenceForm.Effect("Loan", "create", "copy_id", "status", "on loan"),
                new SentenceForm.Effect("Loan", "return", null, "returned_on", "@today"),
                new SentenceForm.Effect("Loan", "return", "copy_id", "status", "available"),
                new SentenceForm.HandOver(
                        "Loan",
                        "return",
                        "copy_id",
                        "book_id",
                        "Reservation",
                        "book_id",
                        List.of(new Condition("status", Op.EQ, "waiting")),
                        "ready",
                        "copy_id",
                        "set aside"),
                new SentenceForm.AmountPerDay(
                        "Loan", "fine", new BigDecimal("0.50"), "due_on", "returned_on", new BigDecimal("10.00")),
                new SentenceForm.DeleteUnlessRelated("Member", "Loan", "member_id", List.of(OPEN), 409),
                new SentenceForm.DeleteUnlessRelated("Book", "Copy", "book_id", List.of(), 409),
                new SentenceForm.Report("Loan", "overdue", OVERDUE, "due_on", false),
                new SentenceForm.Search("Book", List.of("title", "author")),
                new SentenceForm.Listing("Loan", List.of("member_id", "status"), List.of(), null, true, 20, null));
    }
}
