/** Documents as JSON: in the database and in answers. */
package dev.masterplan.planner.json;
