package dev.masterplan.local.command;

import dev.masterplan.local.flow.Exit;
import dev.masterplan.local.flow.Session;
import dev.masterplan.local.flow.Waiting;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code up}. */
@Command(name = "up", description = "Starts the services and the board; runs that a crash left go on. Ctrl-C stops.")
public final class UpCommand implements Callable<Integer> {

    private final Context context;

    @Mixin
    private DataOption data;

    public UpCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        new Readiness(context.terminal()).settle(data.path(), false, true);
        try (Session session = Session.open(data.folder(), context.terminal(), context.interruption())) {
            context.terminal()
                    .line("board " + session.instance().board() + (session.owned() ? "   (up until Ctrl-C)" : ""));
            if (session.owned()) {
                context.interruption().isOrdinaryEnd(Exit.COMPLETED.status());
                Waiting.forInterruption();
            }
        }
        return Exit.COMPLETED.status();
    }
}
