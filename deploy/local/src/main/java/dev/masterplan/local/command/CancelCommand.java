package dev.masterplan.local.command;

import dev.masterplan.local.client.Views.Execution;
import dev.masterplan.local.flow.Commands;
import dev.masterplan.local.flow.Exit;
import dev.masterplan.local.flow.RunName;
import dev.masterplan.local.flow.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cancel RUN}. */
@Command(name = "cancel", description = "Gives a run up; what it built stays.")
public final class CancelCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "RUN", description = "id of the run, or its beginning")
    private String run;

    @Mixin
    private DataOption data;

    public CancelCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Session session = Session.open(data.folder(), context.terminal(), context.interruption())) {
            Execution found = RunName.find(session.gateway(), run);
            new Commands(session.gateway()).carryOut(found.id(), "cancel");
            context.terminal().line("Cancelled " + found.id());
        }
        return Exit.COMPLETED.status();
    }
}
