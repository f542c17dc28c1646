package dev.masterplan.planner.masterplan;

import java.time.Instant;

/**
 * A person's yes.
 *
 * @param start        false: the run waits in READY
 * @param withoutTests go on although acceptance tests can't run
 */
public record Approval(boolean start, boolean withoutTests, String by, Instant at) {}
