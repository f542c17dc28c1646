/** Reads what people say and makes discoveries and plans of it. */
package dev.masterplan.planner.generation;
