/** The MasterPlan and its versions: who may do what with one, and what follows. */
package dev.masterplan.planner.masterplan;
