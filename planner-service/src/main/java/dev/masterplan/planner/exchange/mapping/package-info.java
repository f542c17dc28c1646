/** Makes a plan and a discovery of ours from a foreign plan: numbers, order, parts, ids. */
package dev.masterplan.planner.exchange.mapping;
