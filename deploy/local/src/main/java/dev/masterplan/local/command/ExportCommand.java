package dev.masterplan.local.command;

import dev.masterplan.local.client.Views.Execution;
import dev.masterplan.local.flow.Exit;
import dev.masterplan.local.flow.RunName;
import dev.masterplan.local.flow.Session;
import dev.masterplan.local.flow.StopException;
import dev.masterplan.local.out.OutFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export RUN --out DIR}. */
@Command(name = "export", description = "Writes the program of a run as a git repository.")
public final class ExportCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "RUN", description = "id of the run, or its beginning")
    private String run;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "missing, empty, or an earlier clone")
    private Path out;

    @Mixin
    private DataOption data;

    public ExportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        OutFolder folder = OutFolder.open(out);
        try (Session session = Session.open(data.folder(), context.terminal(), context.interruption())) {
            Execution found = RunName.find(session.gateway(), run);
            Path bundle = Files.createTempFile("masterplan", ".bundle");
            context.interruption().add(bundle.toFile()::delete);
            try {
                session.gateway().bundle(found.id(), bundle);
                folder.claim(found.masterplanId());
                folder.update(bundle);
            } finally {
                Files.deleteIfExists(bundle);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new StopException(Exit.ERROR, "no room for a temporary file: " + e.getMessage());
        }
        context.terminal().line("Exported to " + folder.path() + " (" + folder.commits() + " commits)");
        return Exit.COMPLETED.status();
    }
}
