package dev.masterplan.execution.workspace;

/** A folder holds something that nobody may write through: a symbolic link, or a path that leads out of it. */
public class UnsafeTreeException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public UnsafeTreeException(String message) {
        super(message);
    }
}
