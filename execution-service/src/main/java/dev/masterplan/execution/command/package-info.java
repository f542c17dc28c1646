/** The mailbox of a run: what people ask for, stored until the run's owner carries it out. */
package dev.masterplan.execution.command;
