package dev.masterplan.execution.run;

import dev.masterplan.execution.engine.BlockedBy;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.sandbox.Sandbox;
import dev.masterplan.execution.sandbox.SandboxFolder;
import dev.masterplan.execution.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Is what blocked a run gone? Only what a person mends outside of the product can be seen so. */
final class Cure {

    /** Room for a wave's commit and a sandbox run of a small program. */
    private static final int ROOM = 4 * 1024 * 1024;

    private final RunEngine engine;
    private final RunMemory memory;
    private final BlockedBy by;

    Cure(RunEngine engine, RunMemory memory) {
        this.engine = engine;
        this.memory = memory;
        this.by = BlockedBy.said(memory.reason()).orElse(null);
    }

    /** It makes sense to look again. */
    boolean watched() {
        return by == BlockedBy.SANDBOX || by == BlockedBy.DISK;
    }

    boolean seen() {
        return by == BlockedBy.SANDBOX ? engine.tools().sandbox().available() : canWrite();
    }

    /** The run's own tree can be written, and there is room for more. */
    private boolean canWrite() {
        try {
            Path folder = engine.folder(memory.ref().id());
            Workspace.publish(folder, memory.tree());
            room(folder.getParent());
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private void room(Path folder) throws IOException {
        byte[] bytes = new byte[ROOM];
        Path trial = Files.createTempFile(folder, "room", "");
        try {
            Files.write(trial, bytes);
        } finally {
            Files.delete(trial);
        }
        Sandbox sandbox = engine.tools().sandbox();
        if (sandbox.available()) {
            try (SandboxFolder apart = sandbox.folder()) {
                apart.write("room", bytes);
            }
        }
    }
}
