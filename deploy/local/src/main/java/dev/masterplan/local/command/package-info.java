/** One class a command of the terminal. */
package dev.masterplan.local.command;
