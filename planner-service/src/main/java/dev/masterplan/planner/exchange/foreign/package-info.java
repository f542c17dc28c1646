/** A plan as other tools write it, and how it becomes one of ours: numbers, order, parts, files and requirements. */
package dev.masterplan.planner.exchange.foreign;
