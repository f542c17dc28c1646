/** What depends on what: tasks, files and atoms as int arrays. */
package dev.masterplan.execution.graph;
