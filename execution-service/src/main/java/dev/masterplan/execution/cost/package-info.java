/** Money: the budget that is never passed, and the ledger. */
package dev.masterplan.execution.cost;
