/** What was understood of a session's talk so far. */
package dev.masterplan.planner.discovery;
