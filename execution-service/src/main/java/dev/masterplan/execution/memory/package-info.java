/** A run in its owner's process, rebuilt from rows. */
package dev.masterplan.execution.memory;
