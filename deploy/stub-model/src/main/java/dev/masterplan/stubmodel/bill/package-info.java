/** What the stub bills: its rates, its prompt cache, its log. */
package dev.masterplan.stubmodel.bill;
