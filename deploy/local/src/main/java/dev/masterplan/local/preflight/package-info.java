/** Looks at the machine before anything is built; uses nothing but the JDK, because it runs from source. */
package dev.masterplan.local.preflight;
