package dev.masterplan.local.command;

import dev.masterplan.local.flow.BuildFlow;
import dev.masterplan.local.flow.BuildOptions;
import dev.masterplan.local.flow.Exit;
import dev.masterplan.local.out.ResultFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code build BRIEF --out DIR}. */
@Command(
        name = "build",
        description = "Builds the program that a brief describes.",
        footer = {
            "",
            "Exit status: 0 completed, every MUST proved; 4 completed, but a MUST was deferred or not proved; 2 blocked;",
            "3 cancelled or not approved; 1 error; 130 interrupted (Ctrl-C), the run is paused."
        })
public final class BuildCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            paramLabel = "BRIEF",
            description = "text or Markdown file that says what to build, or a plan: see import")
    private Path brief;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "where the program goes, a git repository")
    private Path out;

    @Option(names = "--yes", description = "approve the plan, and install bubblewrap where it is missing")
    private boolean yes;

    @Option(names = "--json", paramLabel = "FILE", description = "write what became of it as JSON, however it ends")
    private Path json;

    @Option(names = "--stop", description = "stop everything at the end, in a terminal too")
    private boolean stop;

    @Option(names = "--defer", paramLabel = "KEYS", description = "requirements to put off: R-003,R-005 or all")
    private String deferred;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why they are put off")
    private String reason;

    @Option(
            names = "--without-tests",
            description = "go on where there is no sandbox, or no test at all; nothing is proved then")
    private boolean withoutTests;

    @Option(
            names = "--rehearse",
            paramLabel = "SEED",
            arity = "0..1",
            fallbackValue = RehearsalSeed.USUAL,
            preprocessor = RehearsalSeed.class,
            description = {
                "rehearsal, faults injected: see what is mended and what blocks; prices are invented.",
                "The same brief and seed give the same faults; without a seed: 7"
            })
    private Long rehearsalSeed;

    @Mixin
    private DataOption data;

    public BuildCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (rehearsalSeed != null) {
            context.terminal().markRehearsal();
        }
        ResultFile result = ResultFile.of(json);
        context.interruption().lastly(result::writeWithoutResult);
        try {
            return build(result).status();
        } catch (RuntimeException e) {
            Failure failure = Failure.of(e);
            if (!context.interruption().happening()) {
                result.writeWithoutResult(failure.status(), failure.text());
            }
            throw e;
        }
    }

    private Exit build(ResultFile result) {
        boolean unproved = new Readiness(context.terminal()).settle(data.path(), yes, withoutTests);
        BuildOptions options = new BuildOptions(
                brief, out, yes, result, stop, deferred, reason, rehearsalSeed, unproved, withoutTests);
        return new BuildFlow(context.terminal(), context.interruption(), data.folder()).build(options);
    }
}
