/** Carries out what waits in a run's mailbox. */
package dev.masterplan.execution.desk;
