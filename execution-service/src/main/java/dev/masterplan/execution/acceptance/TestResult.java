package dev.masterplan.execution.acceptance;

import dev.masterplan.messaging.plan.Required;

/**
 * How one acceptance test ended.
 *
 * @param ran      false: refused connection, import error, timeout or missing from the report
 * @param flaky    failed, then passed twice alone; counts as passed
 * @param text     what was checked or what went wrong, one line
 * @param evidence request, response and assertion
 */
public record TestResult(
        String testId, boolean passed, boolean flaky, boolean ran, String text, String evidence, long durationMs) {
    public TestResult {
        testId = Required.text(testId, "test_id");
    }
}
