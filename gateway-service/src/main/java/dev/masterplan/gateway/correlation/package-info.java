/** What happened to a plan, in order, read from the journal. */
package dev.masterplan.gateway.correlation;
