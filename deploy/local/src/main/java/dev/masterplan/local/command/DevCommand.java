package dev.masterplan.local.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code dev}: what helps to work on the product itself. */
@Command(name = "dev", description = "Tools for work on the product itself.")
public final class DevCommand {

    private DevCommand() {}

    public static CommandLine with(Context context) {
        return new CommandLine(new DevCommand()).addSubcommand(new StubModelCommand(context));
    }
}
