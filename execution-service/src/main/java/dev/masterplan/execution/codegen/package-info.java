/** Who writes code and tests: the ports and their implementations. */
package dev.masterplan.execution.codegen;
