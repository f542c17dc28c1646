/** The planner: a discovery becomes phases, milestones, tasks and subtasks, feature by feature. */
package dev.masterplan.blueprint.plan;
