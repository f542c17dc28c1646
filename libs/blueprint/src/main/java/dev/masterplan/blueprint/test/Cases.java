package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.SentenceForm;
import java.util.List;

/** Which cases prove a form: one writer a form or a family of forms. */
final class Cases {

    private final World world;

    Cases(World world) {
        this.world = world;
    }

    List<AcceptanceCase> of(SentenceForm form) {
        return switch (form) {
            case SentenceForm.Entity entity -> new EntityCases(world, world.aggregate(entity.entity())).all();
            case SentenceForm.Crud crud -> new CrudCases(world, crud).all();
            case SentenceForm.Unique unique -> new UniqueCases(world, unique).all();
            case SentenceForm.Listing listing -> new ListingCases(world, listing).all();
            case SentenceForm.Search search -> new SearchCases(world, search).all();
            case SentenceForm.Transitions steps -> new LifecycleCases(world, steps.entity()).transitions(steps);
            case SentenceForm.FinalState state -> new LifecycleCases(world, state.entity()).finalState(state);
            case SentenceForm.AtMost atMost -> new CountCases(world, atMost).all();
            case SentenceForm.CreateOnlyIf rule -> new CreationCases(world).onlyIf(rule);
            case SentenceForm.CreateUnlessRelated rule -> new UnlessRelatedCases(world).all(rule);
            case SentenceForm.DeleteUnlessRelated rule -> new GuardCases(world).delete(rule);
            case SentenceForm.ChangeOnlyWhile rule -> new GuardCases(world).change(rule);
            case SentenceForm.TransitionOnlyIf rule -> new TransitionCases(world, rule).all();
            case SentenceForm.DateAfter rule -> new DateCases(world).after(rule);
            case SentenceForm.AmountPerDay rule -> new DateCases(world).amount(rule);
            case SentenceForm.SumOfLines sum -> new ValueCases(world).sum(sum);
            case SentenceForm.DefaultValue value -> new ValueCases(world).byDefault(value);
            case SentenceForm.Effect effect -> new EffectCases(world, effect).all();
            case SentenceForm.HandOver handOver -> new HandOverCases(world, handOver).all();
            case SentenceForm.Report report -> new ReportCases(world).report(report);
            case SentenceForm.Definition definition -> new ReportCases(world).definition(definition);
        };
    }
}
