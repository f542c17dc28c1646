/** The mailbox of a run: what people ask for, stored, then carried out by the run's owner. */
package dev.masterplan.execution.command;
