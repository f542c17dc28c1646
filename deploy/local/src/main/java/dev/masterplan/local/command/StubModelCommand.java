package dev.masterplan.local.command;

import dev.masterplan.local.flow.Exit;
import dev.masterplan.local.flow.StopException;
import dev.masterplan.local.flow.Waiting;
import dev.masterplan.stubmodel.StubModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dev stub-model}. */
@Command(
        name = "stub-model",
        description = "A provider of language models to test against, in OpenAI's and Anthropic's form; Ctrl-C stops.",
        footer = {
            "",
            "POST /script sets what happens next, GET /log says what it bills, GET /prices has its prices in",
            "LiteLLM's form; docs/reference/models.md describes them."
        })
public final class StubModelCommand implements Callable<Integer> {

    private static final String USUAL_PORT = "8098";

    private final Context context;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = USUAL_PORT,
            description = "0 = a free one; usually 8098")
    private int port;

    @Option(names = "--key", paramLabel = "KEY", description = "let in only who has this key; without it everybody is")
    private String key;

    public StubModelCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (StubModel stub = StubModel.start(port, key)) {
            context.terminal().line("answering on " + stub.base() + "   (until Ctrl-C)");
            context.interruption().isOrdinaryEnd(Exit.COMPLETED.status());
            Waiting.forInterruption();
            return Exit.COMPLETED.status();
        } catch (UncheckedIOException | IOException e) {
            throw new StopException(Exit.ERROR, "the stub did not start: " + e.getMessage());
        }
    }
}
