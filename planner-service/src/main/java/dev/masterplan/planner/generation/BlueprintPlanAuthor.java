package dev.masterplan.planner.generation;

import dev.masterplan.blueprint.Blueprint;
import dev.masterplan.blueprint.RehearsalPrices;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.TestSpecification;
import dev.masterplan.planner.analysis.Finding;
import dev.masterplan.planner.analysis.Prices;
import dev.masterplan.planner.masterplan.PlanOrder;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** The author without AI. */
@Singleton
class BlueprintPlanAuthor implements PlanAuthor {

    private static final PlanDocument NO_PLAN = new PlanDocument(List.of());

    @Override
    public Discovery read(UUID messageId, String brief) {
        return Blueprint.read(messageId, brief);
    }

    @Override
    public PlanDocument plan(Discovery discovery) {
        return Blueprint.plan(discovery);
    }

    @Override
    public List<TestSpecification> specify(Discovery discovery, PlanDocument plan) {
        return Blueprint.specify(discovery, plan);
    }

    @Override
    public Prices prices(PlanDocument plan, PlanOrder order) {
        if (order.engine().rehearsalSeed() == null) {
            return Prices.nothing();
        }
        int files = plan.tasks().mapToInt(task -> task.subtasks().size()).sum();
        return new Prices(
                RehearsalPrices.ofAFile(order.limits(), files),
                RehearsalPrices.WRITTEN_AGAIN,
                order.limits().hardUsd());
    }

    @Override
    public List<Finding> unwritten(Discovery discovery, PlanDocument plan) {
        return RuleWriting.of(Drafting.understood(discovery) ? Blueprint.plan(discovery) : NO_PLAN)
                .findings(plan);
    }
}
