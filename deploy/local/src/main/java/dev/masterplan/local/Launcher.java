package dev.masterplan.local;

import dev.masterplan.local.command.BuildCommand;
import dev.masterplan.local.command.CancelCommand;
import dev.masterplan.local.command.Context;
import dev.masterplan.local.command.DevCommand;
import dev.masterplan.local.command.ExportCommand;
import dev.masterplan.local.command.Failure;
import dev.masterplan.local.command.ImportCommand;
import dev.masterplan.local.command.ResumeCommand;
import dev.masterplan.local.command.StatusCommand;
import dev.masterplan.local.command.UpCommand;
import dev.masterplan.local.command.VerifyCommand;
import dev.masterplan.local.flow.Exit;
import dev.masterplan.local.flow.Interruption;
import dev.masterplan.local.flow.Waiting;
import dev.masterplan.local.show.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** The terminal's entry point: every refusal is one line, never a stack trace. */
@Command(name = "./masterplan", description = "A brief goes in, a tested program comes out.")
public final class Launcher {

    private static final int HELP_WIDTH = 110;

    private Launcher() {}

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofProcess();
        Interruption interruption = Interruption.ofProcess();
        int status = commandLine(new Context(terminal, interruption)).execute(arguments);
        if (interruption.happening()) {
            Waiting.forInterruption();
        }
        interruption.over();
        System.exit(status);
    }

    static CommandLine commandLine(Context context) {
        CommandLine line = new CommandLine(new Launcher())
                .addSubcommand(new BuildCommand(context))
                .addSubcommand(new ImportCommand(context))
                .addSubcommand(new UpCommand(context))
                .addSubcommand(new StatusCommand(context))
                .addSubcommand(new ResumeCommand(context))
                .addSubcommand(new CancelCommand(context))
                .addSubcommand(new ExportCommand(context))
                .addSubcommand(new VerifyCommand(context))
                .addSubcommand(DevCommand.with(context));
        line.getSubcommands().values().forEach(Launcher::withHelp);
        line.setExecutionExceptionHandler((exception, failed, parsed) -> say(context, exception));
        line.setParameterExceptionHandler((exception, words) -> {
            String failed = exception.getCommandLine().getCommandSpec().qualifiedName();
            context.terminal().error(exception.getMessage() + "; see " + failed + " --help");
            return Exit.ERROR.status();
        });
        return line;
    }

    private static void withHelp(CommandLine command) {
        command.getSubcommands().values().forEach(Launcher::withHelp);
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("show this")
                        .build());
        command.getCommandSpec().usageMessage().width(HELP_WIDTH).sortOptions(false);
    }

    private static int say(Context context, Exception exception) {
        if (context.interruption().happening()) {
            return Exit.ERROR.status();
        }
        Failure failure = Failure.of(exception);
        context.terminal().error(failure.text());
        return failure.exit().status();
    }
}
