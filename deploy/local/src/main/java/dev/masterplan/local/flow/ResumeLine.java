package dev.masterplan.local.flow;

import dev.masterplan.local.out.OutFolder;
import dev.masterplan.local.stack.DataFolder;

/** The command line that goes on with a run and brings its program to the same folder. */
final class ResumeLine {

    private ResumeLine() {}

    /** @param out null: no folder is kept up to date */
    static String of(String runId, OutFolder out, DataFolder data) {
        String folder = out == null ? "" : " --out " + ShellWord.of(out.path().toString());
        return "./masterplan resume " + runId + folder + Session.dataOption(data);
    }
}
