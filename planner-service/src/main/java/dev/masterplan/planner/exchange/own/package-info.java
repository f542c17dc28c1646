/** The JSON of this product's own plans: written by an export, read by an import, the same plan again. */
package dev.masterplan.planner.exchange.own;
