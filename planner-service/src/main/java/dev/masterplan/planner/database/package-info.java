/** The way from blocking threads to the database, and what its failures mean. */
package dev.masterplan.planner.database;
