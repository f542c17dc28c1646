/** Reads Spec Kit's {@code tasks.md} with the {@code spec.md}, {@code plan.md} and {@code data-model.md} beside it. */
package dev.masterplan.planner.exchange.speckit;
