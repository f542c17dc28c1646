package dev.masterplan.local.command;

import dev.masterplan.local.client.ProblemException;
import dev.masterplan.local.flow.Exit;
import dev.masterplan.local.flow.StopException;
import dev.masterplan.local.out.OutException;
import dev.masterplan.local.stack.StackException;

/** What an exception is to a person: one line, and how the command ends. */
public record Failure(Exit exit, String text) {

    public static Failure of(Exception exception) {
        return switch (exception) {
            case StopException stop -> new Failure(stop.exit(), stop.getMessage());
            case ProblemException problem -> new Failure(Exit.ERROR, problem.line());
            case StackException broken -> new Failure(Exit.ERROR, broken.getMessage());
            case OutException left -> new Failure(Exit.ERROR, left.getMessage());
            default -> new Failure(Exit.ERROR, "unexpected: " + exception);
        };
    }

    /** What {@code --json} says where there is no run. */
    String status() {
        return switch (exit) {
            case BLOCKED -> "REFUSED";
            case CANCELLED -> "CANCELLED";
            default -> "ERROR";
        };
    }
}
