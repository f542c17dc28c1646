package dev.masterplan.execution.codegen;

import dev.masterplan.blueprint.Blueprint;
import dev.masterplan.languagemodel.Usage;
import dev.masterplan.messaging.event.MasterPlanApproved;
import java.math.BigDecimal;

/** The author without AI: free, and the same task always gives the same file. */
public final class BlueprintCodeAuthor implements CodeAuthor {

    @Override
    public Reply write(CodeTask task) {
        MasterPlanApproved approved = task.approved();
        return Blueprint.code(
                        approved.discovery(),
                        approved.plan(),
                        approved.tests(),
                        task.atom().subtaskId())
                .<Reply>map(text -> new Answer(text, Usage.none(), BigDecimal.ZERO))
                .orElseGet(() -> new NotWritten(
                        "the blueprint does not write " + task.atom().file()));
    }

    @Override
    public boolean deterministic() {
        return true;
    }

    @Override
    public BigDecimal worstCase(CodeTask task) {
        return BigDecimal.ZERO;
    }
}
