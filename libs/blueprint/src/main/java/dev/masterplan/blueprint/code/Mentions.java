package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.AtMost;
import dev.masterplan.blueprint.form.SentenceForm.ChangeOnlyWhile;
import dev.masterplan.blueprint.form.SentenceForm.CreateOnlyIf;
import dev.masterplan.blueprint.form.SentenceForm.CreateUnlessRelated;
import dev.masterplan.blueprint.form.SentenceForm.DeleteUnlessRelated;
import dev.masterplan.blueprint.form.SentenceForm.Effect;
import dev.masterplan.blueprint.form.SentenceForm.HandOver;
import dev.masterplan.blueprint.form.SentenceForm.SumOfLines;
import dev.masterplan.blueprint.form.SentenceForm.TransitionOnlyIf;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names of the aggregates that a sentence speaks of. */
final class Mentions {

    private Mentions() {}

    static Set<String> of(ProgramModel model, SentenceForm form) {
        Set<String> names = new LinkedHashSet<>(List.of(form.entity()));
        switch (form) {
            case AtMost f -> names.add(target(model, f.entity(), f.via()));
            case CreateOnlyIf f -> names.add(target(model, f.entity(), f.via()));
            case CreateUnlessRelated f -> names.addAll(List.of(target(model, f.entity(), f.via()), f.related()));
            case DeleteUnlessRelated f -> names.add(f.related());
            case ChangeOnlyWhile f -> names.add(target(model, f.entity(), f.via()));
            case TransitionOnlyIf f -> names.add(target(model, f.entity(), f.via()));
            case Effect f -> names.add(target(model, f.entity(), f.via()));
            case HandOver f -> names.addAll(List.of(target(model, f.entity(), f.item()), f.target()));
            case SumOfLines f -> names.add(f.lines());
            default -> {}
        }
        return names;
    }

    /** Whether everything a sentence speaks of is part of the program. */
    static boolean known(ProgramModel model, SentenceForm form) {
        if (!model.has(form.entity())) {
            return false;
        }
        List<String> vias = new ArrayList<>();
        List<String> names = new ArrayList<>();
        switch (form) {
            case AtMost f -> vias.add(f.via());
            case CreateOnlyIf f -> vias.add(f.via());
            case CreateUnlessRelated f -> {
                vias.add(f.via());
                names.add(f.related());
            }
            case DeleteUnlessRelated f -> names.add(f.related());
            case ChangeOnlyWhile f -> vias.add(f.via());
            case TransitionOnlyIf f -> vias.add(f.via());
            case Effect f -> vias.add(f.via());
            case HandOver f -> {
                vias.add(f.item());
                names.add(f.target());
            }
            case SumOfLines f -> names.add(f.lines());
            default -> {}
        }
        return names.stream().allMatch(model::has)
                && vias.stream().allMatch(via -> via == null || has(model.feature(form.entity()), via))
                && !(form instanceof HandOver f && !matches(model, f));
    }

    /** Whether item and queue still share what a hand-over goes by. */
    private static boolean matches(ProgramModel model, HandOver form) {
        return has(model.feature(target(model, form.entity(), form.item())), form.matchVia())
                && has(model.feature(form.target()), form.targetMatch());
    }

    private static boolean has(Feature feature, String field) {
        return feature.fields().stream().anyMatch(f -> f.name().equals(field));
    }

    /** The aggregate a reference leads to; the entity itself without a reference. */
    private static String target(ProgramModel model, String entity, String via) {
        return via == null ? entity : model.feature(entity).field(via).references();
    }
}
