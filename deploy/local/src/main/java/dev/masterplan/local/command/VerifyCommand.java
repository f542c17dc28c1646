package dev.masterplan.local.command;

import dev.masterplan.local.client.Views.Execution;
import dev.masterplan.local.client.Views.Verification;
import dev.masterplan.local.flow.Exit;
import dev.masterplan.local.flow.RunName;
import dev.masterplan.local.flow.Session;
import dev.masterplan.local.flow.StopException;
import dev.masterplan.local.out.OutFolder;
import dev.masterplan.local.out.Tar;
import dev.masterplan.local.show.VerificationPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code verify DIR}. */
@Command(
        name = "verify",
        description = "Runs the acceptance tests of its run against a folder as it is, and shows the certificate.",
        footer = {"", "Exit status: 0 every test passed; 2 a sentence of the brief is broken; 1 error."})
public final class VerifyCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "DIR", description = "the folder of an earlier build")
    private Path folder;

    @Mixin
    private DataOption data;

    public VerifyCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String runId = OutFolder.runOf(folder);
        try (Session session = Session.open(data.folder(), context.terminal(), context.interruption())) {
            Execution found = RunName.find(session.gateway(), runId);
            if (found.rehearsal()) {
                context.terminal().markRehearsal();
            }
            Path archive = Files.createTempFile("masterplan", ".tar");
            context.interruption().add(archive.toFile()::delete);
            try {
                Tar.write(folder, OutFolder.files(folder), archive);
                context.terminal().live("Running the acceptance tests against " + folder);
                Verification verification = session.gateway().verify(found.id(), archive);
                new VerificationPicture(context.terminal()).show(folder.toString(), verification);
                return (verification.passed() ? Exit.COMPLETED : Exit.BLOCKED).status();
            } finally {
                Files.deleteIfExists(archive);
            }
        } catch (IOException e) {
            throw new StopException(Exit.ERROR, "no room for a temporary file: " + e.getMessage());
        }
    }
}
