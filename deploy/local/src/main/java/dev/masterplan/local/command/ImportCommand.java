package dev.masterplan.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.local.client.Views.MasterPlan;
import dev.masterplan.local.flow.Exit;
import dev.masterplan.local.flow.ImportFlow;
import dev.masterplan.local.flow.PlanFiles;
import dev.masterplan.local.flow.Session;
import dev.masterplan.local.show.PlanPicture;
import dev.masterplan.local.show.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import FILE|FOLDER}. */
@Command(
        name = "import",
        description = "Takes in a plan of Task Master, Spec Kit or this product as a draft of a new session.",
        footer = {"", "Exit status: 0 the draft can be approved, 2 its analysis has errors, 1 there is no plan in it."})
public final class ImportCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            paramLabel = "FILE|FOLDER",
            description = "tasks.json, tasks.md, an exported plan, or a folder with tasks.md and its neighbours")
    private Path path;

    @Option(names = "--json", description = "print the report as JSON, and nothing else on standard output")
    private boolean json;

    @Mixin
    private DataOption data;

    public ImportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        PlanFiles files = PlanFiles.read(path);
        Terminal terminal = json ? context.terminal().aside() : context.terminal();
        try (Session session = Session.open(data.folder(), terminal, context.interruption())) {
            ImportFlow flow = new ImportFlow(session.gateway(), terminal);
            MasterPlan plan = flow.send(files);
            if (json) {
                JsonNode report = flow.report(plan);
                context.terminal().line(report.toPrettyString());
            } else {
                flow.show(files, plan);
                new PlanPicture(terminal).plan(plan);
                terminal.line("  plan " + plan.id() + ", a draft: ./masterplan up" + Session.dataOption(data.folder())
                        + " shows it under plans/" + plan.id());
            }
            return plan.analysis().errors().isEmpty() ? Exit.COMPLETED.status() : Exit.BLOCKED.status();
        }
    }
}
