/** Waves: planned as levels of the task graph, executed atom by atom as dependencies end. */
package dev.masterplan.execution.wave;
