/** A plan as other tools write it: what their readers make, before it becomes one of ours. */
package dev.masterplan.planner.exchange.foreign;
