/** A run from approval to certificate: claimed, prepared, driven, journalled. Start reading at RunDriver. */
package dev.masterplan.execution.run;
