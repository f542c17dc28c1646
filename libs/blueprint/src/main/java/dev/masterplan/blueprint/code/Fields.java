package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.AmountPerDay;
import dev.masterplan.blueprint.form.SentenceForm.AtMost;
import dev.masterplan.blueprint.form.SentenceForm.ChangeOnlyWhile;
import dev.masterplan.blueprint.form.SentenceForm.CreateOnlyIf;
import dev.masterplan.blueprint.form.SentenceForm.CreateUnlessRelated;
import dev.masterplan.blueprint.form.SentenceForm.DateAfter;
import dev.masterplan.blueprint.form.SentenceForm.DeleteUnlessRelated;
import dev.masterplan.blueprint.form.SentenceForm.Effect;
import dev.masterplan.blueprint.form.SentenceForm.HandOver;
import dev.masterplan.blueprint.form.SentenceForm.Report;
import dev.masterplan.blueprint.form.SentenceForm.SumOfLines;
import dev.masterplan.blueprint.form.SentenceForm.TransitionOnlyIf;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which fields a sentence's rule sets and which it looks at, as {@code Loan.due_on}. */
final class Fields {

    private Fields() {}

    static Set<String> set(ProgramModel model, SentenceForm form) {
        return switch (form) {
            case DateAfter f -> Set.of(f.entity() + "." + f.field());
            case AmountPerDay f -> Set.of(f.entity() + "." + f.field());
            case SumOfLines f -> Set.of(f.entity() + "." + f.field());
            case Effect f -> Set.of(owner(model, f.entity(), f.via()) + "." + f.field());
            default -> Set.of();
        };
    }

    static Set<String> read(ProgramModel model, SentenceForm form) {
        Set<String> read = new LinkedHashSet<>();
        String entity = form.entity();
        switch (form) {
            case AtMost f -> conditions(read, entity, f.where());
            case CreateOnlyIf f -> conditions(read, owner(model, entity, f.via()), f.must());
            case CreateUnlessRelated f -> conditions(read, f.related(), f.where());
            case DeleteUnlessRelated f -> conditions(read, f.related(), f.where());
            case ChangeOnlyWhile f -> conditions(read, owner(model, entity, f.via()), f.must());
            case TransitionOnlyIf f -> conditions(read, owner(model, entity, f.via()), f.must());
            case Report f -> conditions(read, entity, f.where());
            case AmountPerDay f -> read.addAll(List.of(entity + "." + f.from(), entity + "." + f.until()));
            case DateAfter f -> read.add(entity + "." + f.base());
            case HandOver f -> itemState(model, f, read);
            default -> {}
        }
        return read;
    }

    /** The usual effect on the item comes first, so that it can be overruled. */
    private static void itemState(ProgramModel model, HandOver form, Set<String> read) {
        conditions(read, form.target(), form.where());
        if (form.itemState() != null) {
            Feature item = model.feature(owner(model, form.entity(), form.item()));
            read.add(item.aggregate().name() + "." + item.stateOrChoice(form.itemState()));
        }
    }

    private static void conditions(Set<String> read, String entity, List<Condition> conditions) {
        conditions.forEach(c -> read.add(entity + "." + c.field()));
    }

    private static String owner(ProgramModel model, String entity, String via) {
        return via == null ? entity : model.feature(entity).field(via).references();
    }
}
