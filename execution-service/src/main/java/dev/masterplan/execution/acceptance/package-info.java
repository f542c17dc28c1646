/**
 * Acceptance tests: written and proved red before the code, run after each wave, judged by Gate S, kept on a
 * certificate. Start reading at {@link dev.masterplan.execution.acceptance.AcceptanceRunner} and
 * {@link dev.masterplan.execution.acceptance.GateS}.
 */
package dev.masterplan.execution.acceptance;
