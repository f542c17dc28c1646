/** What is asked of the stub, and what it is told to do about it. */
package dev.masterplan.stubmodel.script;
