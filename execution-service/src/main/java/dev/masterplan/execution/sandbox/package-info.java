/**
 * Where generated code runs, and nowhere else: {@link dev.masterplan.execution.sandbox.Sandbox}. Start reading at
 * {@link dev.masterplan.execution.sandbox.Sandboxes}.
 */
package dev.masterplan.execution.sandbox;
