package dev.masterplan.local.flow;

import java.nio.file.Path;

/**
 * What {@code build} was asked to do.
 *
 * @param json          file for the result, null = none
 * @param deferred      keys separated by commas, or {@code all}; null = none
 * @param reason        why they are deferred
 * @param rehearsalSeed null = no faults are injected
 */
public record BuildOptions(
        Path brief,
        Path out,
        boolean yes,
        Path json,
        boolean stop,
        String deferred,
        String reason,
        Long rehearsalSeed,
        boolean withoutTests) {}
