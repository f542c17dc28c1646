/** The end of a wave's round: due tests, Gate S, confidence, certificate. */
package dev.masterplan.execution.gate;
