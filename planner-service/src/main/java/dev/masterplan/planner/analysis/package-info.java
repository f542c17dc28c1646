/** What is wrong with a plan, what proves each requirement, and what it will take: pure functions of its document. */
package dev.masterplan.planner.analysis;
