/** One subtask as a value: the atom, how it stands, and where the work on it begins. */
package dev.masterplan.execution.atom;
