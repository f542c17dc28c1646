package dev.masterplan.planner.analysis;

/**
 * Sizes a plan usually has; outside of them it is warned about, never refused.
 *
 * @param taskCountTolerance part of the usual number of tasks that it may differ by, 0.15 = 15 %
 */
public record Guidance(int minSubtasks, int maxSubtasks, double taskCountTolerance) {}
