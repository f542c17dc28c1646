package dev.masterplan.local.command;

import dev.masterplan.local.client.Views.Execution;
import dev.masterplan.local.flow.Exit;
import dev.masterplan.local.flow.Session;
import dev.masterplan.local.show.Terminal;
import dev.masterplan.local.stack.Instance;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}. */
@Command(name = "status", description = "Says what runs, and how far it is.")
public final class StatusCommand implements Callable<Integer> {

    private final Context context;

    @Mixin
    private DataOption data;

    public StatusCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Terminal terminal = context.terminal();
        if (Instance.running(data.folder()).isEmpty()) {
            terminal.line("nothing runs on " + data.path() + "; start it with ./masterplan up"
                    + Session.dataOption(data.folder()));
            return Exit.COMPLETED.status();
        }
        Session session = Session.attach(data.folder());
        terminal.line("running at " + session.instance().url() + " (process "
                + session.instance().pid() + ")");
        List<Execution> runs = session.gateway().executions();
        runs.forEach(run -> terminal.line(line(run)));
        if (runs.isEmpty()) {
            terminal.line("no runs yet: ./masterplan build BRIEF --out DIR");
        }
        return Exit.COMPLETED.status();
    }

    private static String line(Execution run) {
        String why = run.reason() == null ? "" : "   " + run.reason();
        return "%s  %-20s %-20s wave %d/%d   MUST %d/%d%s%s"
                .formatted(
                        run.id(),
                        run.name(),
                        run.state(),
                        run.wave(),
                        run.totalWaves(),
                        run.tests().mustPassed(),
                        run.tests().mustTotal(),
                        run.rehearsal() ? "   (rehearsal, faults injected)" : "",
                        why);
    }
}
