/** Editing a plan: what can be changed in it, what follows from a change, and the versions that come of it. */
package dev.masterplan.planner.edit;
