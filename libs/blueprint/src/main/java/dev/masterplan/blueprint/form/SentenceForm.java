package dev.masterplan.blueprint.form;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;

/**
 * What one requirement sentence means, as values. Entity and field names are those of the discovery
 * ({@code Aggregate.name()}, {@code Field.name()}). Every refusal carries the HTTP status it answers with.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "form")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SentenceForm.Entity.class, name = "entity"),
    @JsonSubTypes.Type(value = SentenceForm.Crud.class, name = "crud"),
    @JsonSubTypes.Type(value = SentenceForm.Unique.class, name = "unique"),
    @JsonSubTypes.Type(value = SentenceForm.Listing.class, name = "listing"),
    @JsonSubTypes.Type(value = SentenceForm.Search.class, name = "search"),
    @JsonSubTypes.Type(value = SentenceForm.Transitions.class, name = "transitions"),
    @JsonSubTypes.Type(value = SentenceForm.FinalState.class, name = "final_state"),
    @JsonSubTypes.Type(value = SentenceForm.AtMost.class, name = "at_most"),
    @JsonSubTypes.Type(value = SentenceForm.CreateOnlyIf.class, name = "create_only_if"),
    @JsonSubTypes.Type(value = SentenceForm.CreateUnlessRelated.class, name = "create_unless_related"),
    @JsonSubTypes.Type(value = SentenceForm.DeleteUnlessRelated.class, name = "delete_unless_related"),
    @JsonSubTypes.Type(value = SentenceForm.ChangeOnlyWhile.class, name = "change_only_while"),
    @JsonSubTypes.Type(value = SentenceForm.TransitionOnlyIf.class, name = "transition_only_if"),
    @JsonSubTypes.Type(value = SentenceForm.DateAfter.class, name = "date_after"),
    @JsonSubTypes.Type(value = SentenceForm.AmountPerDay.class, name = "amount_per_day"),
    @JsonSubTypes.Type(value = SentenceForm.SumOfLines.class, name = "sum_of_lines"),
    @JsonSubTypes.Type(value = SentenceForm.Effect.class, name = "effect"),
    @JsonSubTypes.Type(value = SentenceForm.HandOver.class, name = "hand_over"),
    @JsonSubTypes.Type(value = SentenceForm.Report.class, name = "report"),
    @JsonSubTypes.Type(value = SentenceForm.DefaultValue.class, name = "default_value"),
    @JsonSubTypes.Type(value = SentenceForm.Definition.class, name = "definition"),
})
public sealed interface SentenceForm {

    /** Aggregate the sentence is about. */
    String entity();

    /** "Book: title (text, required), isbn (unique)": the fields and their rules (in the aggregate). */
    record Entity(String entity) implements SentenceForm {}

    /** "Register, change and look up patients": operations among create, read, update, list, delete. */
    record Crud(String entity, List<String> operations) implements SentenceForm {}

    /** "The same e-mail twice is refused with 409". */
    record Unique(String entity, List<String> fields, int status) implements SentenceForm {}

    /**
     * "List a doctor's appointments of one day, earliest first, in pages of 20".
     *
     * @param filters     query parameters named like the fields
     * @param dayFilters  DATETIME fields filtered by query parameter {@code <field>_on=YYYY-MM-DD}
     * @param sort        field, null = id
     * @param pageSize    default page size, null = 20; maxPageSize null = 100
     */
    record Listing(
            String entity,
            List<String> filters,
            List<String> dayFilters,
            String sort,
            boolean descending,
            Integer pageSize,
            Integer maxPageSize)
            implements SentenceForm {}

    /** "Find issues by words in title or description": query parameter {@code q}, case-insensitive part match. */
    record Search(String entity, List<String> fields) implements SentenceForm {}

    /** "Status goes booked → checked in → done": exactly the aggregate's lifecycle; others are refused. */
    record Transitions(String entity, int status) implements SentenceForm {}

    /** "A cancelled appointment stays cancelled". */
    record FinalState(String entity, String state, int status) implements SentenceForm {}

    /** "A member has at most 5 open loans": creating {@code entity} is refused beyond max per {@code via}. */
    record AtMost(String entity, String via, int max, List<Condition> where, int status) implements SentenceForm {}

    /** "Only active doctors can get new appointments": the record {@code via} points to must satisfy all. */
    record CreateOnlyIf(String entity, String via, List<Condition> must, int status) implements SentenceForm {}

    /**
     * "A member with an overdue loan can't borrow": creating {@code entity} is refused while a {@code related}
     * record with the same {@code via} target satisfies {@code where}.
     *
     * @param relatedVia reference field of {@code related} to the same aggregate as {@code via}
     */
    record CreateUnlessRelated(
            String entity, String via, String related, String relatedVia, List<Condition> where, int status)
            implements SentenceForm {}

    /** "A member with open loans can't be deleted"; empty where = any related record. */
    record DeleteUnlessRelated(String entity, String related, String relatedVia, List<Condition> where, int status)
            implements SentenceForm {}

    /**
     * "Lines can be added, changed and removed only while the order is NEW".
     *
     * @param via        reference to the guarded owner; null = the record itself
     * @param operations among create, update, delete
     */
    record ChangeOnlyWhile(String entity, String via, List<String> operations, List<Condition> must, int status)
            implements SentenceForm {}

    /** "A reservation can be fulfilled only if its copy is available"; via null = the record itself. */
    record TransitionOnlyIf(String entity, String transition, String via, List<Condition> must, int status)
            implements SentenceForm {}

    /** "A loan is due 21 days after it is lent": {@code field} = {@code base} + days, set at creation. */
    record DateAfter(String entity, String field, String base, int days) implements SentenceForm {}

    /**
     * "The fine is 0.50 for each day overdue, at most 10": days after {@code from} until {@code until} (or today
     * while that is empty), never below 0, times {@code rate}, at most {@code max} (null = no limit).
     */
    record AmountPerDay(String entity, String field, BigDecimal rate, String from, String until, BigDecimal max)
            implements SentenceForm {}

    /** "total = sum of lines.quantity * lines.unit_price". */
    record SumOfLines(String entity, String field, String lines, String linesVia, List<String> factors)
            implements SentenceForm {}

    /**
     * "Lending makes the copy lent": on create or a transition, a field is set.
     *
     * @param on     {@code create} or a transition's name
     * @param via    reference to the record that changes; null = the record itself
     * @param value  literal or {@code @today}, {@code @now}
     */
    record Effect(String entity, String on, String via, String field, String value) implements SentenceForm {}

    /**
     * "Returning a loan gives the copy to the first waiting reservation of its book".
     *
     * @param on          transition of {@code entity}
     * @param item        reference of entity to what is handed over: {@code copy_id}
     * @param matchVia    reference of the item that both share: {@code book_id} of the copy
     * @param target      aggregate that queues: {@code Reservation}
     * @param targetMatch its reference to the same record: {@code book_id}
     * @param where       which targets wait; the one with the smallest id is first
     * @param transition  transition that the target makes
     * @param targetItem  reference of the target that receives the item, null = none
     * @param itemState   state field value the item gets instead of the usual effect, null = unchanged
     */
    record HandOver(
            String entity,
            String on,
            String item,
            String matchVia,
            String target,
            String targetMatch,
            List<Condition> where,
            String transition,
            String targetItem,
            String itemState)
            implements SentenceForm {}

    /** "List overdue loans, longest overdue first": {@code GET /<path>/<name>} in the list envelope. */
    record Report(String entity, String name, List<Condition> where, String sort, boolean descending)
            implements SentenceForm {}

    /** "Priority is normal if nobody says". */
    record DefaultValue(String entity, String field, String value) implements SentenceForm {}

    /** "A loan is overdue when it is open and its due date has passed": an adjective for other sentences. */
    record Definition(String entity, String word, List<Condition> where) implements SentenceForm {}
}
