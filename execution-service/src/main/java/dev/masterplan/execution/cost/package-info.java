/** Money: the budget that is never passed. */
package dev.masterplan.execution.cost;
