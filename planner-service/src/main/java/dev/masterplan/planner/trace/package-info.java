/** One trace per plan: started by a message, stored, continued by all work for it. */
package dev.masterplan.planner.trace;
