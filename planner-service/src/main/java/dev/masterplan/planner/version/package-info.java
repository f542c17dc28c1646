/** Versions of a plan beside each other: what differs, what would be done again, and how a new version is stored. */
package dev.masterplan.planner.version;
