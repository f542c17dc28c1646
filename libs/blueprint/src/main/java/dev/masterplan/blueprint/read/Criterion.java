package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.Crud;
import dev.masterplan.blueprint.form.SentenceForm.Entity;
import dev.masterplan.blueprint.form.SentenceForm.Search;

/** The acceptance criterion of a form in one sentence. */
final class Criterion {

    private Criterion() {}

    static String of(SentenceForm form) {
        return switch (form) {
            case Entity e ->
                e.entity() + " records keep these fields; a value that breaks a field's rule is refused with 422.";
            case Crud c -> c.entity() + ": " + String.join(", ", c.operations()) + " work over HTTP.";
            case Search s -> "?q= finds " + s.entity() + " records by part of " + String.join(" or ", s.fields()) + ".";
            default -> form.entity() + ": the rule is kept.";
        };
    }
}
