/** What the driver of a run works with, put together once at start. */
package dev.masterplan.execution.engine;
