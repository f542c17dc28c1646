/** A wave at work: atom by atom as dependencies end, and its one repair round. */
package dev.masterplan.execution.wave;
