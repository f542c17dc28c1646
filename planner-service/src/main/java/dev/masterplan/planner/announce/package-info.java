/** What the service tells the others and the pages, in the transaction of the change. */
package dev.masterplan.planner.announce;
