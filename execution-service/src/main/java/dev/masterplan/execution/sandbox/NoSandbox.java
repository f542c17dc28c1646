package dev.masterplan.execution.sandbox;

/** Stands where no sandbox works: executes nothing. @param version why there is none, one sentence */
public record NoSandbox(String version) implements Sandbox {

    @Override
    public String name() {
        return "none";
    }

    @Override
    public boolean available() {
        return false;
    }

    @Override
    public SandboxResult run(SandboxSpec spec) {
        throw new SandboxMissingException(version);
    }

    @Override
    public SandboxFolder folder() {
        throw new SandboxMissingException(version);
    }
}
