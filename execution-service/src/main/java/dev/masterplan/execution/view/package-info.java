/** What the API shows of runs, waves, atoms, files and money. */
package dev.masterplan.execution.view;
