/** Reads Task Master's {@code tasks.json}, with tags and without. */
package dev.masterplan.planner.exchange.taskmaster;
