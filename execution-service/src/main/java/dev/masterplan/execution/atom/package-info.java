/** One subtask at work: the atom, its attempts, its retry ladder. */
package dev.masterplan.execution.atom;
