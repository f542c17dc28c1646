package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.SentenceForm;
import java.util.List;

/** Which cases prove a form: one writer a form. */
final class Cases {

    private final World world;

    Cases(World world) {
        this.world = world;
    }

    List<AcceptanceCase> of(SentenceForm form) {
        return switch (form) {
            case SentenceForm.Entity entity -> new EntityCases(world, world.aggregate(entity.entity())).all();
            case SentenceForm.Crud crud -> new CrudCases(world, crud).all();
            case SentenceForm.Search search -> new SearchCases(world, search).all();
            default -> List.of();
        };
    }
}
