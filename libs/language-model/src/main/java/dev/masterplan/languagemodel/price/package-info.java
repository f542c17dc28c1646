/** What a call costs, and the most that it can cost; plain Java. */
package dev.masterplan.languagemodel.price;
