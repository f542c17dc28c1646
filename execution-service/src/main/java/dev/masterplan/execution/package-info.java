/** The execution service. Start reading at RunDriver in package run; what every package needs lies here. */
package dev.masterplan.execution;
