package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.AmountPerDay;
import dev.masterplan.blueprint.form.SentenceForm.AtMost;
import dev.masterplan.blueprint.form.SentenceForm.ChangeOnlyWhile;
import dev.masterplan.blueprint.form.SentenceForm.CreateOnlyIf;
import dev.masterplan.blueprint.form.SentenceForm.CreateUnlessRelated;
import dev.masterplan.blueprint.form.SentenceForm.Crud;
import dev.masterplan.blueprint.form.SentenceForm.DateAfter;
import dev.masterplan.blueprint.form.SentenceForm.DefaultValue;
import dev.masterplan.blueprint.form.SentenceForm.Definition;
import dev.masterplan.blueprint.form.SentenceForm.DeleteUnlessRelated;
import dev.masterplan.blueprint.form.SentenceForm.Effect;
import dev.masterplan.blueprint.form.SentenceForm.Entity;
import dev.masterplan.blueprint.form.SentenceForm.FinalState;
import dev.masterplan.blueprint.form.SentenceForm.HandOver;
import dev.masterplan.blueprint.form.SentenceForm.Listing;
import dev.masterplan.blueprint.form.SentenceForm.Report;
import dev.masterplan.blueprint.form.SentenceForm.Search;
import dev.masterplan.blueprint.form.SentenceForm.SumOfLines;
import dev.masterplan.blueprint.form.SentenceForm.TransitionOnlyIf;
import dev.masterplan.blueprint.form.SentenceForm.Transitions;
import dev.masterplan.blueprint.form.SentenceForm.Unique;
import dev.masterplan.blueprint.form.Words;
import java.util.List;
import java.util.stream.Collectors;

/** The acceptance criterion of a form in one sentence: how the reader understood the user's. */
final class Criterion {

    private Criterion() {}

    static String of(SentenceForm form) {
        String path = path(form.entity());
        return switch (form) {
            case Entity f -> "POST " + path + " keeps these fields; a value that breaks a field's rule → 422";
            case Crud f -> path + ": " + String.join(", ", f.operations());
            case Unique f -> "POST " + path + " with the same " + String.join(" and ", f.fields()) + " → " + f.status();
            case Listing f -> "GET " + path + filters(f) + order(f.sort(), f.descending());
            case Search f -> "GET " + path + "?q= finds part of " + String.join(" or ", f.fields());
            case Transitions f -> path + ": any step that is not listed → " + f.status();
            case FinalState f -> path + " in state " + f.state() + ": every step → " + f.status();
            case AtMost f ->
                "POST " + path + " → " + f.status() + " when the same " + f.via() + " has " + f.max()
                        + where(f.where());
            case CreateOnlyIf f ->
                "POST " + path + " → " + f.status() + " unless its " + f.via() + " has" + where(f.must());
            case CreateUnlessRelated f ->
                "POST " + path + " → " + f.status() + " while the same " + f.via() + " has a "
                        + Words.spoken(f.related()) + where(f.where());
            case DeleteUnlessRelated f ->
                "DELETE " + path + "/{id} → " + f.status() + " while a " + Words.spoken(f.related()) + " refers to it"
                        + where(f.where());
            case ChangeOnlyWhile f ->
                path + ": " + String.join(", ", f.operations()) + " → " + f.status() + " unless" + where(f.must());
            case TransitionOnlyIf f ->
                "POST " + path + "/{id}/" + f.transition() + " → " + f.status() + " unless" + where(f.must());
            case DateAfter f -> f.field() + " = " + f.base() + " + " + f.days() + " days";
            case AmountPerDay f ->
                f.field() + " = " + f.rate() + " × days after " + f.from()
                        + (f.max() == null ? "" : ", at most " + f.max());
            case SumOfLines f ->
                f.field() + " = sum of " + String.join(" × ", f.factors()) + " of its "
                        + Words.plural(Words.spoken(f.lines()));
            case Effect f ->
                f.on() + " sets " + (f.via() == null ? "" : f.via() + "'s ") + f.field() + " to " + f.value();
            case HandOver f ->
                f.on() + " hands " + f.item() + " to the first " + Words.spoken(f.target()) + where(f.where())
                        + ", which becomes " + f.transition();
            case Report f -> "GET " + path + "/" + f.name() + where(f.where()) + order(f.sort(), f.descending());
            case DefaultValue f -> f.field() + " is " + f.value() + " when it is not sent";
            case Definition f -> f.word() + " means" + where(f.where());
        };
    }

    private static String path(String entity) {
        return "/" + Words.plural(Words.kebab(entity));
    }

    private static String filters(Listing listing) {
        List<String> names = new java.util.ArrayList<>(listing.filters());
        listing.dayFilters().forEach(d -> names.add(d + "_on"));
        return names.isEmpty() ? "" : "?" + String.join("=…&", names) + "=…";
    }

    private static String order(String sort, boolean descending) {
        return ", ordered by " + (sort == null ? "id" : sort) + (descending ? ", last first" : "");
    }

    private static String where(List<Condition> conditions) {
        return conditions.isEmpty()
                ? ""
                : conditions.stream().map(Criterion::condition).collect(Collectors.joining(" and ", " ", ""));
    }

    private static String condition(Condition condition) {
        String value = condition.value() == null ? "" : " " + condition.value().replace("@", "");
        String op = switch (condition.op()) {
            case EQ -> "=";
            case NE -> "≠";
            case LT -> "<";
            case LE -> "≤";
            case GT -> ">";
            case GE -> "≥";
            case IS_EMPTY -> "is empty";
            case IS_SET -> "is set";
        };
        return condition.field() + " " + op + value;
    }
}
