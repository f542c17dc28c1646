package dev.masterplan.local.flow;

import dev.masterplan.local.out.ResultFile;
import java.nio.file.Path;

/**
 * What {@code build} was asked to do.
 *
 * @param result        file for what becomes of it
 * @param deferred      keys separated by commas, or {@code all}; null = none
 * @param reason        why they are deferred
 * @param rehearsalSeed null = no faults are injected
 * @param withoutTests  go on although this machine can't run tests
 * @param untested      build a plan that no test proves anything of
 */
public record BuildOptions(
        Path brief,
        Path out,
        boolean yes,
        ResultFile result,
        boolean stop,
        String deferred,
        String reason,
        Long rehearsalSeed,
        boolean withoutTests,
        boolean untested) {

    /** Only to go on with a run: nothing is asked for but perhaps to stop at its end. */
    static BuildOptions toGoOn(boolean stop) {
        return new BuildOptions(null, null, true, ResultFile.none(), stop, null, null, null, false, false);
    }

    /** The line to type that puts requirements off and builds. @param keys separated by commas */
    String deferring(String keys, String dataOption) {
        return "./masterplan build " + ShellWord.of(brief.toString()) + " --out " + ShellWord.of(out.toString())
                + (yes ? " --yes" : "") + (rehearsalSeed == null ? "" : " --rehearse=" + rehearsalSeed) + dataOption
                + " --defer " + keys + " --reason TEXT";
    }
}
