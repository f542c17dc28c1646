/** The way from a brief to a program, step by step, as the terminal goes it. */
package dev.masterplan.local.flow;
