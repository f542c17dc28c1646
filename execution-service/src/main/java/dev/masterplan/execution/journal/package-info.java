/** The way into the database: transitions of all runs in one flush at a time, under the lease of this process. */
package dev.masterplan.execution.journal;
