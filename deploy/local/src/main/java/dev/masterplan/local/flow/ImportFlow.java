package dev.masterplan.local.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.local.client.Gateway;
import dev.masterplan.local.client.Views.Imported;
import dev.masterplan.local.client.Views.MasterPlan;
import dev.masterplan.local.show.ImportPicture;
import dev.masterplan.local.show.Terminal;
import java.time.Duration;

/** From files that hold a plan to its draft. */
public final class ImportFlow {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Gateway gateway;
    private final Terminal terminal;

    public ImportFlow(Gateway gateway, Terminal terminal) {
        this.gateway = gateway;
        this.terminal = terminal;
    }

    /** @throws StopException when there is no plan in them */
    public MasterPlan send(PlanFiles files) {
        terminal.live("Reading " + files.shown());
        Imported accepted = gateway.importPlan(files.files());
        MasterPlan plan = Polling.until(
                "importing", PATIENCE, () -> gateway.masterPlan(accepted.masterplanId()), MasterPlan::settled);
        if (!plan.status().equals("DRAFT")) {
            throw new StopException(Exit.ERROR, plan.statusReason() == null ? plan.status() : plan.statusReason());
        }
        return plan;
    }

    /** What became of the files. */
    public JsonNode report(MasterPlan plan) {
        return gateway.importReport(plan.id());
    }

    /** The report, and what of the plan the engine can write. */
    public void show(PlanFiles files, MasterPlan plan) {
        ImportPicture picture = new ImportPicture(terminal);
        picture.read(files.shown(), report(plan).path("report"), plan);
        picture.writable(gateway.engine(), plan, gateway.planTree(plan.id()));
    }
}
