/** What depends on what: tasks, files and atoms as int arrays, and the waves that follow from it. */
package dev.masterplan.execution.graph;
