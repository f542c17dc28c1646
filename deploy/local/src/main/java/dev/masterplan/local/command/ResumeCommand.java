package dev.masterplan.local.command;

import dev.masterplan.local.flow.BuildFlow;
import dev.masterplan.local.out.OutFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code resume RUN}. */
@Command(name = "resume", description = "Goes on with a paused, blocked or ready run, and follows it to its end.")
public final class ResumeCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "RUN", description = "id of the run, or its beginning")
    private String run;

    @Option(names = "--out", paramLabel = "DIR", description = "keep this clone up to date")
    private Path out;

    @Option(names = "--stop", description = "stop everything at the end, in a terminal too")
    private boolean stop;

    @Mixin
    private DataOption data;

    public ResumeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        OutFolder folder = out == null ? null : OutFolder.open(out);
        new Readiness(context.terminal()).settle(data.path(), false, true);
        return new BuildFlow(context.terminal(), context.interruption(), data.folder())
                .resume(run, folder, stop)
                .status();
    }
}
