package dev.masterplan.execution.sandbox;

/** Somebody asked to execute generated code where no sandbox works. */
public class SandboxMissingException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public SandboxMissingException(String why) {
        super("no sandbox: " + why);
    }
}
