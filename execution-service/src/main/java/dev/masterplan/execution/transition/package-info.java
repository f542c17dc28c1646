/** What can change in a run and what it tells the world when it does; values only. */
package dev.masterplan.execution.transition;
