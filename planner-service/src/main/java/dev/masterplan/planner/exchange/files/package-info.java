/** Finds the files that a text wants written: data, which the path guard of the analysis judges like any other path. */
package dev.masterplan.planner.exchange.files;
