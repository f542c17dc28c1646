/** What was handed over, with lines to point to, and the report of what became of each part. */
package dev.masterplan.planner.exchange.source;
