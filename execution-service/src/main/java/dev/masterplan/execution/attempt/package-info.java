/** One atom at work: asked, judged, accepted or tried again by its ladder. */
package dev.masterplan.execution.attempt;
