/** A run from approval to its end: recorded, claimed, prepared, driven. Start reading at RunDriver. */
package dev.masterplan.execution.run;
