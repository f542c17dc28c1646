/** Chat, discovery and MasterPlan: from what a person says to a plan that a person approved. */
package dev.masterplan.planner;
